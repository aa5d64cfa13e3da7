import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';
import { type EchoHost, echoHost } from './echo-host';

let host: EchoHost;
beforeAll(async () => {
  host = await echoHost();
});
afterAll(() => host.close());

describe('a resolver', () => {
  test('receives payload, person and place as Forge sends them', async () => {
    const answer = await host.invoke({
      functionKey: 'echo',
      payload: { hello: 'world' },
      accountId: 'someone',
      context: { extension: { project: { key: 'WA' } }, moduleKey: 'page' },
    });
    expect(answer).toMatchObject({
      payload: { hello: 'world' },
      context: {
        accountId: 'someone',
        extension: { project: { key: 'WA' } },
        moduleKey: 'page',
        installContext: expect.stringMatching(/^ari:cloud:jira::site\//),
      },
    });
  });

  test('of an anonymous page has no account', async () => {
    const answer = await host.invoke({ functionKey: 'echo' });
    expect(answer).not.toHaveProperty('context.accountId');
  });

  test('that does not exist is an error of the app, by name', async () => {
    await expect(host.invoke({ functionKey: 'nonsense' })).rejects.toMatchObject({
      code: 'APP_ERROR',
      message: expect.stringContaining("no definition for 'nonsense'"),
    });
  });

  test('may not be sent more than 500 KB', async () => {
    const payload = 'x'.repeat(500 * 1024);
    await expect(host.invoke({ functionKey: 'echo', payload })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_BIG',
    });
  });

  test('may not be sent what nests so deep that Node writes no JSON of it', async () => {
    let payload: unknown = 0;
    for (let level = 0; level < 100_000; level += 1) payload = [payload];
    await expect(host.invoke({ functionKey: 'echo', payload })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_BIG',
    });
  });

  test('knows its remaining time and its environment', async () => {
    const answer = (await host.invoke({ functionKey: 'remaining' })) as Record<string, unknown>;
    expect(answer).toMatchObject({ environmentType: 'DEVELOPMENT', appVersion: '1.0.0' });
    expect(answer.remaining).toBeGreaterThan(20_000);
    expect(answer.remaining).toBeLessThanOrEqual(25_000);
  });

  test('finds its worker warm', async () => {
    const first = (await host.invoke({ functionKey: 'count' })) as { served: number };
    const second = (await host.invoke({ functionKey: 'count' })) as { served: number };
    expect(second.served).toBe(first.served + 1);
  });
});

describe('an invocation that does not return', () => {
  const insist = (...actions: object[]) => host.invoke({ functionKey: 'insist', payload: { actions } });

  test('because it throws is an error of the app', async () => {
    await expect(insist({ do: 'throw' })).rejects.toMatchObject({
      code: 'APP_ERROR',
      message: 'TypeError: thrown on purpose',
    });
  });

  test('because it exits has crashed', async () => {
    await expect(insist({ do: 'exit' })).rejects.toMatchObject({ code: 'CRASHED' });
  });

  test('because it never yields is ended at its time limit, and the next one is served', async () => {
    const hasty = await echoHost({ limits: { resolver: 0.5 } });
    const endless = hasty.invoke({ functionKey: 'insist', payload: { actions: [{ do: 'spin' }] } });
    await expect(endless).rejects.toMatchObject({ code: 'TIME_LIMIT' });
    await expect(hasty.invoke({ functionKey: 'count' })).resolves.toEqual({ served: 1 });
    await hasty.close();
  });
});

test('what the app logs goes to the log, not to the terminal', async () => {
  await host.perform({ do: 'log', text: 'seen by nobody' });
  expect(host.logs().at(-1)).toMatch(/info .*resolver .*seen by nobody/);
});

test("the app's time is the site's time", async () => {
  const shifted = await echoHost({ clock: manualClock(Date.UTC(2031, 0, 1)) });
  const [first] = await shifted.perform({ do: 'now' });
  expect((first?.value as { date: string }).date).toMatch(/^2031-01-01T00:00:0/);
  shifted.advanceClock(86_400_000);
  const [second] = await shifted.perform({ do: 'now' });
  expect((second?.value as { date: string }).date).toMatch(/^2031-01-02T00:00:0/);
  await shifted.close();
});
