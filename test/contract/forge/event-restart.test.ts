import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Host } from '../../../sandbox/forge/host';
import { openStore } from '../../../sandbox/store/store';
import { echoHost } from './echo-host';
import { type Received, received } from './received';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'events-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const deleted = (id: string) => ({
  eventType: 'avi:jira:deleted:issue',
  selfGenerated: false,
  issue: { id },
});

/** The first one, waited for within reason: the function that has it does not return. */
async function delivery(host: Host): Promise<Received | undefined> {
  for (let tries = 0; tries < 500 && received(host).length === 0; tries += 1) await sleep(10);
  return received(host)[0];
}

test('an event that waits when the site is killed is delivered by the next one', async () => {
  const store = openStore(folder);
  const first = await echoHost({ store, fastForward: false });
  first.setEventFaults({ delayMs: 60_000 });
  first.raise(deleted('1'));
  store.commit();
  const second = await echoHost({ store: openStore(folder) });
  expect(await second.idle()).toBe(true);
  expect(received(second)).toMatchObject([{ issue: { id: '1' } }]);
  expect(received(first)).toEqual([]);
  await Promise.all([first.close(), second.close()]);
});

test('an event that is at work when the site is killed comes again, which is no retry of the app', async () => {
  const store = openStore(folder);
  const first = await echoHost({ store });
  const value = { actions: [{ do: 'sleep', ms: 60_000 }] };
  await first.perform({ do: 'set', key: 'order:everything', value });
  first.raise(deleted('1'));
  store.commit();
  await delivery(first);
  const again = openStore(folder);
  const second = await echoHost({ store: again });
  await second.perform({ do: 'delete', key: 'order:everything' });
  expect((await delivery(second))?.retryContext).toEqual({
    retryCount: 0,
    retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  });
  await Promise.all([first.close(), second.close()]);
});

test('an event is as durable as the change that it tells of', async () => {
  const first = await echoHost({ store: openStore(folder), fastForward: false });
  first.setEventFaults({ delayMs: 60_000 });
  first.raise(deleted('1'));
  const second = await echoHost({ store: openStore(folder) });
  expect(await second.idle()).toBe(true);
  expect(received(second)).toEqual([]);
  await Promise.all([first.close(), second.close()]);
});
