/** What @forge/kvs makes of a limit that is reached, and how long each of its operations takes. */
import { afterEach, expect, test } from '@jest/globals';
import { type Site, startSite } from '../../../sandbox/site/site';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { ECHO_APP, type EchoHost, echoHost } from './echo-host';

let open: EchoHost | Site | undefined;
afterEach(async () => {
  await open?.close();
});

const KEYS = ['a', 'b', 'c'];

test.each([
  ['a key', { do: 'set', key: 'd', value: 1 }],
  ['a secret', { do: 'set-secret', key: 'd', value: 1 }],
  ['an entity', { do: 'set-entity', key: 'd', value: { at: 1 } }],
  ['a transaction', { do: 'set-all', keys: ['d'] }],
] satisfies [string, Action][])('beyond it the write of %s throws as on Forge', async (_name, write) => {
  const host = await echoHost({ limits: { storage: 3 } });
  open = host;
  const [within, beyond] = await host.perform({ do: 'set-all', keys: KEYS }, write);
  expect(within?.error).toBeUndefined();
  expect(beyond?.error).toMatchObject({ name: 'ForgeKvsError', code: 'RATE_LIMIT_EXCEEDED' });
});

test('beyond it reads throw too, and a jump of the clock by a minute ends it', async () => {
  const host = await echoHost({ limits: { storage: 3 } });
  open = host;
  const all: Action = { do: 'get-all', keys: KEYS };
  const [within, beyond] = await host.perform(all, { do: 'newest-entity' });
  expect(within?.error).toBeUndefined();
  expect(beyond?.error).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
  host.advanceClock(60_000);
  expect((await host.perform(all))[0]?.error).toBeUndefined();
});

const EACH: readonly Action[] = [
  { do: 'set', key: 'a', value: 1 },
  { do: 'get', key: 'a' },
  { do: 'set-all', keys: KEYS },
  { do: 'get-all', keys: KEYS },
  { do: 'set-entity', key: 'a', value: { at: 1 } },
  { do: 'newest-entity' },
  { do: 'set-secret', key: 'a', value: 1 },
];

test('the latency of storage is that of each request, whatever it asks for', async () => {
  const site = await startSite({ appDirectory: ECHO_APP, seed: false, latency: { kvs: 40 } });
  open = site;
  for (const action of EACH) {
    const begin = performance.now();
    await site.host.invoke({ functionKey: 'perform', payload: { actions: [action] } });
    // Timers of Node may end a moment early.
    expect(performance.now() - begin).toBeGreaterThanOrEqual(38);
  }
});
