/** When a poll may say that what is stored of workloads is what AWS lists. */
import { expect, test } from '@jest/globals';
import { poll } from '../../../src/automatic/poll';
import type { Summary } from '../../../src/automatic/watch';
import { createWatchStore } from '../../../src/automatic/watch-store';
import { MemoryKeyValues } from '../../builders/key-values';
import { arnOf, NOW, summariesOf } from './workloads';

interface Changes {
  readonly summaries?: readonly Summary[];
  readonly manual?: readonly string[];
  readonly refused?: readonly string[];
}

const changed = (...nth: readonly number[]) => ({
  summaries: summariesOf(5).map((each) =>
    nth.map(arnOf).includes(each.arn) ? { ...each, updatedAt: NOW } : each,
  ),
});

/** The second of two polls; it may start one run. */
async function pollAgain({ summaries = summariesOf(5), manual = [], refused = [] }: Changes) {
  const kvs = new MemoryKeyValues();
  const polled = (listed: readonly Summary[], full: readonly string[], limits?: Parameters<typeof poll>[1]) =>
    poll(
      {
        now: NOW,
        summaries: () => Promise.resolve(listed),
        watch: createWatchStore(kvs, 'c1', 'eu-west-1'),
        watermarks: { explains: () => Promise.resolve(false) },
        waits: () => Promise.resolve(false),
        isAutomatic: (arn) => Promise.resolve(!manual.includes(arn)),
        enqueue: (arn) => (full.includes(arn) ? Promise.reject(new Error('Full')) : Promise.resolve()),
      },
      limits,
    );
  await polled(summariesOf(5), []);
  return polled(summaries, refused, { reads: 500, runs: 1, unhurried: 1 });
}

test.each<[string, boolean, Changes]>([
  ['nothing changed', true, {}],
  ['a change was given to a run', true, changed(3)],
  ['what changed is in manual mode', true, { ...changed(1, 3), manual: [arnOf(1), arnOf(3)] }],
  ['a change could not be queued', false, { ...changed(3), refused: [arnOf(3)] }],
  ['a second change is left to the next poll', false, changed(1, 3)],
  ['a new workload, of which nothing is stored, is left', true, { summaries: summariesOf(9) }],
  ['a workload is gone', true, { summaries: summariesOf(4) }],
])('where %s: %s', async (_, isCurrent, changes) => {
  expect((await pollAgain(changes)).isCurrent).toBe(isCurrent);
});
