/** A host on which everything repeats itself: time stands still between calls, and chance has a seed. */
import { afterEach, expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { type EchoHost, echoHost, type Result } from './echo-host';

const START = Date.UTC(2031, 0, 1);
const NOW: Action = { do: 'now' };
const JIRA: Action = { do: 'jira', as: 'app', path: '/rest/api/3/serverInfo' };

const hosts: EchoHost[] = [];
afterEach(() => Promise.all(hosts.splice(0).map((host) => host.close())));

async function open(chance: string): Promise<EchoHost> {
  const host = await echoHost({ clock: manualClock(START), callMs: 20, chance, workers: 2 });
  hosts.push(host);
  return host;
}

function timesOf(results: readonly Result[]): readonly unknown[] {
  return results
    .map(({ value }) => (value as { now?: number } | null)?.now)
    .filter((now) => now !== undefined);
}

test('time moves with calls alone', async () => {
  const host = await open('a');
  expect(timesOf(await host.perform(NOW, NOW, JIRA, NOW, JIRA, JIRA, NOW))).toEqual([
    START,
    START,
    START + 20,
    START + 60,
  ]);
});

test('a timer ends by a jump, after calls that are under way', async () => {
  const host = await open('a');
  const began = Date.now();
  const results = await host.perform({ do: 'sleep', ms: 20_000 }, NOW);
  expect(timesOf(results)).toEqual([START + 20_000]);
  expect(Date.now() - began).toBeLessThan(10_000);
});

test('what is drawn by chance repeats with the seed, and differs with another', async () => {
  const push: Action = { do: 'push', queue: 'nobody', events: [{ body: {} }] };
  const jobs = [];
  for (const chance of ['a', 'a', 'b']) jobs.push((await (await open(chance)).perform(push))[0]?.value);
  expect(jobs[0]).toEqual({ jobId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/) });
  expect(jobs[1]).toEqual(jobs[0]);
  expect(jobs[2]).not.toEqual(jobs[0]);
});
