/** What follows upon the end of a run may fail, and the run has ended all the same, told once. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Jobs } from '../../../src/handlers/queue';
import { continueRun } from '../../../src/runs/continue-run';
import { reviveRuns } from '../../../src/runs/revive-runs';
import { startRun } from '../../../src/runs/start-run';
import { StorageUnavailable } from '../../../src/storage/unavailable';
import { MemoryPlatform } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { AUTOMATIC_SYNC, continued, runIn, SITE, SYNC } from './a-run';

const SILENT = () => Promise.reject(new StorageUnavailable(new Error('500')));

/** What the log hears of bugs. */
let bugs: unknown[] = [];
beforeEach(() => {
  bugs = [];
  jest.spyOn(console, 'error').mockImplementation((...line) => void bugs.push(line[1]));
});
afterEach(() => void jest.restoreAllMocks());

describe('a run that was applied is done', () => {
  test('where the queue takes no job for what changed meanwhile', async () => {
    const platform = await MemoryPlatform.automatic();
    const change = { direction: 'aws', workloadArn: WORKLOAD_ARN } as const;
    await platform.awaitedRuns.expect({ ...change, runId: 'r1', changedAt: platform.now + 1, atOnce: true });
    await platform.runs.save(AUTOMATIC_SYNC);
    platform.queue.trouble = () => new Error('429');
    await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('done');
    expect(bugs).toHaveLength(1);
    expect(await platform.pendingChanges.ofWorkload(WORKLOAD_ARN)).toHaveLength(1);
  });

  test('once what it leaves behind is stored, where storage does not answer at first', async () => {
    const platform = await MemoryPlatform.linked();
    const { latestRuns } = platform;
    const saveEnded = latestRuns.saveEnded.bind(latestRuns);
    Object.assign(platform.latestRuns, { saveEnded: SILENT });
    expect((await continued(platform)).state).toBe('waiting');
    Object.assign(platform.latestRuns, { saveEnded });
    platform.now += 60_000;
    await continueRun({ runId: 'r1', wake: 1 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('done');
    // What was made is told at once: the run might never come to its end.
    expect(platform.told()).toEqual(['sync.changed by project admin', 'sync.ended by project admin']);
    expect(platform.board.all()).toHaveLength(6);
    expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toMatchObject({ kind: 'applied' });
  });

  test.each(['audit', 'dueRuns'] as const)('where the %s store does not answer', async (store) => {
    const platform = await MemoryPlatform.linked();
    Object.assign(platform[store], { add: SILENT, remove: SILENT });
    expect((await continued(platform)).state).toBe('done');
    expect(bugs).toHaveLength(1);
  });
});

describe('a run of which the queue did not say that it has it', () => {
  test('and which is over by then stays so', async () => {
    const platform = await MemoryPlatform.linked();
    const { id: _, ...asked } = SYNC;
    Object.assign(platform.queue, {
      enqueueRun: async (...given: Parameters<Jobs['enqueueRun']>) => {
        await continueRun({ runId: given[0].id, wake: 0 }, SITE, platform);
        throw new Error('no answer');
      },
    });
    const run = await startRun(asked, platform);
    expect(run.state).toBe('done');
    expect((await runIn(platform, run.id)).state).toBe('done');
  });
});

test('a run that waits, and when it is due was not stored, is not woken early', async () => {
  const platform = await MemoryPlatform.linked();
  const notBefore = platform.now + 50 * 60_000;
  await platform.runs.save({ ...SYNC, state: 'waiting', wake: 1, notBefore });
  await platform.dueRuns.set(SYNC, platform.now);
  platform.now += 25 * 60_000;
  await reviveRuns(platform);
  expect(platform.jobs).toEqual([]);
  platform.now = notBefore + 21 * 60_000;
  await reviveRuns(platform);
  expect(platform.jobs).toMatchObject([{ runId: 'r1', wake: 2, seconds: 5 }]);
});
