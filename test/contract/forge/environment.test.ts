import { afterEach, describe, expect, test } from '@jest/globals';
import { type EchoHost, echoHost } from './echo-host';

let host: EchoHost | undefined;
afterEach(() => host?.close());

async function environment(variables?: Record<string, string>): Promise<unknown> {
  host = await echoHost(variables === undefined ? {} : { variables });
  const [result] = await host.perform({ do: 'environment' });
  return result?.value;
}

describe("the app's environment", () => {
  test('holds its variables and nothing else', async () => {
    expect(await environment({ WA_KEY: 'value', EMPTY: '' })).toEqual({ WA_KEY: 'value', EMPTY: '' });
  });

  test('is empty without variables, whatever the machine has', async () => {
    expect(process.env.PATH).not.toBe('');
    expect(await environment()).toEqual({});
    expect(process.env.PATH).not.toBe('');
  });

  test('is the same for every worker, one that replaces a crashed one too', async () => {
    await environment({ WA_KEY: 'value' });
    await expect(
      host!.invoke({ functionKey: 'insist', payload: { actions: [{ do: 'exit' }] } }),
    ).rejects.toThrow();
    const all = await Promise.all([1, 2, 3].map(() => host!.perform({ do: 'environment' })));
    for (const [result] of all) expect(result?.value).toEqual({ WA_KEY: 'value' });
  });
});

test('@forge/kvs reaches custom entities from inside the app', async () => {
  host = await echoHost();
  const results = await host.perform(
    { do: 'set-entity', key: 'a', value: { at: 1 } },
    { do: 'set-entity', key: 'b', value: { at: 2 } },
    { do: 'newest-entity' },
    { do: 'set-entity', key: 'c', value: { at: 2 ** 40 } },
  );
  expect(results).toMatchObject([
    { value: null },
    { value: null },
    { value: { key: 'b', value: { at: 2 } } },
    { error: { code: 'INCORRECT_PROPERTY_TYPE' } },
  ]);
});
