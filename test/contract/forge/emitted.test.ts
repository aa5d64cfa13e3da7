import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createEmissions } from '../../../sandbox/forge/emitted';
import { type EchoHost, echoHost } from './echo-host';

let host: EchoHost;
beforeEach(async () => {
  host = await echoHost();
});
afterEach(() => host.close());

/** The kinds of what left the app with this text in it. */
const kindsWith = (text: string) =>
  host
    .emitted()
    .filter((emission) => emission.text.includes(text))
    .map(({ kind }) => kind);

describe('what left the app', () => {
  test('is a log line', async () => {
    await host.perform({ do: 'log', text: 'canary' });
    expect(kindsWith('canary')).toEqual(['log']);
  });

  test('is the error that ended an invocation', async () => {
    const insist = host.invoke({ functionKey: 'insist', payload: { actions: [{ do: 'throw' }] } });
    await expect(insist).rejects.toThrow();
    expect(kindsWith('thrown on purpose')).toEqual(['log']);
  });

  test('is what a resolver returns', async () => {
    await host.invoke({ functionKey: 'echo', payload: 'canary' });
    expect(kindsWith('canary')).toEqual(['result']);
  });

  test('is the body of a queue event', async () => {
    await host.perform({ do: 'push', queue: 'plain', events: [{ body: { name: 'job', note: 'canary' } }] });
    expect(kindsWith('canary')).toEqual(['event']);
  });

  test('is a request with address and body, without headers', async () => {
    await host.perform(
      { do: 'jira', as: 'app', path: '/rest/api/3/issue?a=canary', body: { summary: 'canary' } },
      { do: 'fetch', url: 'https://sts.us-east-1.amazonaws.com/?canary' },
    );
    expect(kindsWith('canary')).toEqual(['request', 'request']);
    expect(kindsWith('content-type')).toEqual([]);
  });

  test('is a plain value and an entity, as they are written', async () => {
    await host.perform(
      { do: 'set', key: 'canary', value: 1 },
      { do: 'set-entity', key: 'canary', value: { at: 1 } },
      { do: 'get', key: 'canary' },
    );
    expect(kindsWith('canary')).toEqual(['value', 'value']);
  });

  test('is no secret: of that the key alone is told', async () => {
    await host.perform(
      { do: 'set-secret', key: 'b', value: 'canary' },
      { do: 'set-secret', key: 'a', value: 1 },
    );
    expect(kindsWith('canary')).toEqual([]);
    expect(host.secrets()).toEqual(['a', 'b']);
  });

  test('is no request that the manifest refused', async () => {
    await host.perform({ do: 'fetch', url: 'https://canary.example.invalid/' });
    expect(host.emitted().filter(({ kind }) => kind === 'request')).toEqual([]);
  });
});

test('the oldest emissions go when there are too many or too long ones', () => {
  const emissions = createEmissions(3, 10);
  for (const text of ['a', 'b', 'c', 'd']) emissions.add('log', text);
  expect(emissions.list().map(({ text }) => text)).toEqual(['b', 'c', 'd']);
  emissions.add('log', 'eight…!!');
  expect(emissions.list().map(({ text }) => text)).toEqual(['c', 'd', 'eight…!!']);
  emissions.add('log', 'xyz');
  expect(emissions.list().map(({ text }) => text)).toEqual(['xyz']);
});
