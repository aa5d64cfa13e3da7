/** Runs whose events are lost: queued again, and ended in words where that does not help. */
import { describe, expect, test } from '@jest/globals';
import { continueRun } from '../../../src/runs/continue-run';
import { reviveRuns } from '../../../src/runs/revive-runs';
import { startRun } from '../../../src/runs/start-run';
import { MemoryPlatform } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { AUTOMATIC_SYNC, died, runIn, SITE, SYNC, trouble } from './a-run';

const MINUTE = 60_000;

async function started(platform: MemoryPlatform, asked = SYNC): Promise<string> {
  const { id, ...rest } = asked;
  return (await startRun(rest, platform)).id;
}

/** What the queue was given since, of runs. */
function pushed(platform: MemoryPlatform, since = 0) {
  return platform.jobs.slice(since).flatMap((job) => ('runId' in job ? [job] : []));
}

async function later(platform: MemoryPlatform, minutes: number): Promise<void> {
  platform.now += minutes * MINUTE;
  await reviveRuns(platform);
}

describe('a run whose event was lost', () => {
  test('is queued again after 20 minutes, under another key and number, and goes through', async () => {
    const platform = await MemoryPlatform.linked();
    const runId = await started(platform);
    await later(platform, 20);
    expect(pushed(platform)).toHaveLength(1);
    await later(platform, 1);
    expect(pushed(platform, 1)).toEqual([{ runId, wake: 1, lane: 1, seconds: 5 }]);
    await continueRun({ runId, wake: 0 }, SITE, platform);
    expect((await runIn(platform, runId)).state).toBe('queued');
    await continueRun({ runId, wake: 1 }, SITE, platform);
    expect(await runIn(platform, runId)).toMatchObject({ state: 'done', revivals: 0 });
    await later(platform, 60);
    expect(pushed(platform)).toHaveLength(2);
  });

  test('while it waited is queued again 20 minutes after it was due', async () => {
    const platform = await MemoryPlatform.linked();
    const runId = await started(platform);
    platform.aws.trouble = () => trouble('429', { retryable: true, retryAfterSeconds: 1800 });
    await continueRun({ runId, wake: 0 }, SITE, platform);
    await later(platform, 49);
    expect(pushed(platform)).toHaveLength(2);
    await later(platform, 2);
    expect(pushed(platform, 2)).toEqual([{ runId, wake: 2, lane: 1, seconds: 5 }]);
  });

  test('after its invocation died goes on from what is recorded', async () => {
    const platform = await MemoryPlatform.linked();
    const runId = await started(platform);
    await platform.runs.save({ ...(await runIn(platform, runId)), state: 'running' });
    await died(platform, runId);
    await later(platform, 5);
    await continueRun({ runId, wake: 1 }, SITE, platform);
    expect((await runIn(platform, runId)).state).toBe('done');
  });

  test('three times is ended, told, and its workload free for the next', async () => {
    const platform = await MemoryPlatform.linked();
    const runId = await started(platform);
    for (let time = 0; time < 3; time++) await later(platform, 21);
    expect(await runIn(platform, runId)).toMatchObject({ state: 'failed', message: { code: 'run-lost' } });
    expect(platform.told()).toEqual(['sync.ended by project admin']);
    expect(await platform.runs.loadOutcome(runId)).toMatchObject({ kind: 'stopped' });
    expect(await platform.leases.take(WORKLOAD_ARN, 'next')).toMatchObject({
      kind: 'taken',
      before: undefined,
    });
    await started(platform);
    expect(pushed(platform).at(-1)).toMatchObject({ wake: 0, lane: 3 });
    await later(platform, 1);
    expect(pushed(platform)).toHaveLength(4);
  });

  test('that nobody started is followed by another when it is ended', async () => {
    const platform = await MemoryPlatform.automatic();
    await started(platform, AUTOMATIC_SYNC);
    for (let time = 0; time < 3; time++) await later(platform, 21);
    expect(platform.jobs.at(-1)).toMatchObject({ change: { direction: 'aws', workloadArn: WORKLOAD_ARN } });
  });
});

describe('a run is left alone', () => {
  test('while an invocation works on its workload', async () => {
    const platform = await MemoryPlatform.linked();
    await started(platform);
    platform.now += 10 * MINUTE;
    await platform.leases.take(WORKLOAD_ARN, 'another');
    await later(platform, 15);
    expect(pushed(platform)).toHaveLength(1);
  });

  test('once it has ended, whatever died before that was noted', async () => {
    const platform = await MemoryPlatform.linked();
    const runId = await started(platform);
    await platform.runs.save({ ...(await runIn(platform, runId)), state: 'done' });
    await later(platform, 21);
    expect(pushed(platform)).toHaveLength(1);
    expect(await platform.dueRuns.before(Infinity, 10)).toEqual([]);
  });

  test('where another one cannot be revived, that one is', async () => {
    const platform = await MemoryPlatform.linked();
    const first = await started(platform);
    const second = await started(platform);
    platform.now += 21 * MINUTE;
    const { runs } = platform;
    let isFirst = true;
    const failing = {
      ...runs,
      load: (id: string) => {
        if (isFirst) {
          isFirst = false;
          return Promise.reject(new Error('storage'));
        }
        return runs.load(id);
      },
    };
    const error = console.error;
    console.error = () => undefined;
    await reviveRuns(Object.assign(platform, { runs: failing }));
    console.error = error;
    expect(pushed(platform, 2)).toHaveLength(1);
    expect([first, second]).toContain(pushed(platform, 2)[0]?.runId);
  });
});

test('a queue that does not confirm a run leaves it to be found, and the run says so', async () => {
  const platform = await MemoryPlatform.linked();
  platform.queue.trouble = () => new Error('no answer');
  const error = console.error;
  console.error = () => undefined;
  const runId = await started(platform);
  console.error = error;
  expect(await runIn(platform, runId)).toMatchObject({ state: 'queued', message: { code: 'queue-silent' } });
  platform.queue.trouble = () => undefined;
  await later(platform, 21);
  expect(pushed(platform)).toEqual([{ runId, wake: 1, lane: 1, seconds: 5 }]);
});
