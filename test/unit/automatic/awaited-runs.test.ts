/** A change stays pending until a run that saw it was applied, whatever becomes of one that was started for it. */
import { describe, expect, test } from '@jest/globals';
import { requeueOverdueChanges } from '../../../src/automatic/overdue-changes';
import { handleEarlierChange, handlePendingChange } from '../../../src/automatic/pending-change';
import type { Subject } from '../../../src/automatic/pending-change-record';
import { earlierChangeRecord, earlierWorkRecord } from '../../../src/automatic/earlier-changes';
import { continueRun } from '../../../src/runs/continue-run';
import { asReason } from '../../../src/reason';
import { openRecord } from '../../../src/storage/open-record';
import { UpstreamError } from '../../../src/upstream-error';
import type { Job, MemoryPlatform } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { cardOf, QUIET, synced } from './synced';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const ANSWER: Subject = { direction: 'aws', workloadArn: WORKLOAD_ARN, question: 'q1' };
const WORKLOAD: Subject = { direction: 'aws', workloadArn: WORKLOAD_ARN };

const BUSY = new UpstreamError(asReason('Jira is busy'), { service: 'jira', code: '503', retryable: true });
const REFUSED = new UpstreamError(asReason('AWS says no'), {
  ...{ service: 'aws', code: 'AccessDeniedException', retryable: false },
});

/** What is queued of each platform, beside what it queued last. */
const queues = new WeakMap<MemoryPlatform, { readonly at: number; readonly job: Job }[]>();

/** Takes jobs out of the queue in the order of their time, for so long or until it is so; every five minutes the schedule. */
async function live(platform: MemoryPlatform, ms: number, until = () => false): Promise<void> {
  const coming = queues.get(platform) ?? [];
  queues.set(platform, coming);
  const end = platform.now + ms;
  let schedule = platform.now + 5 * MINUTE;
  while (!until()) {
    for (const job of platform.jobs.splice(0)) coming.push({ at: platform.now + job.seconds * 1000, job });
    coming.sort((one, other) => one.at - other.at);
    const at = Math.min(schedule, coming[0]?.at ?? Infinity);
    if (at > end) break;
    platform.now = Math.max(platform.now, at);
    if (at === schedule) {
      schedule += 5 * MINUTE;
      await requeueOverdueChanges(platform);
    } else await work(platform, coming.shift()!.job);
  }
  if (!until()) platform.now = end;
}

async function work(platform: MemoryPlatform, job: Job): Promise<void> {
  if ('runId' in job) await continueRun({ runId: job.runId }, 'a-site', platform);
  else if ('change' in job) await handlePendingChange(job.change, 'a-site', platform);
}

async function runsOf({ kvs, runs }: MemoryPlatform) {
  const ids = [...kvs.values.keys()].flatMap((key) => /^run:([^:]+)$/.exec(key)?.[1] ?? []);
  const all = await Promise.all(ids.map((id) => runs.load(id)));
  return all.filter((run) => run?.startedBy === undefined && run?.question === undefined);
}

const pending = ({ pendingChanges }: MemoryPlatform) => pendingChanges.ofWorkload(WORKLOAD_ARN);

describe('a change', () => {
  test.each([
    ['of an answer', ANSWER],
    ['of a workload', WORKLOAD],
  ])('%s is pending until its run has ended applied', async (_, subject) => {
    const platform = await synced();
    await platform.pendingChanges.add(subject, QUIET);
    await live(platform, HOUR, () => platform.queuedRuns().length > 0);
    expect(platform.queuedRuns()).toHaveLength(1);
    expect((await pending(platform)).map((change) => change.subject)).toEqual([WORKLOAD]);
    await live(platform, HOUR);
    expect(await pending(platform)).toEqual([]);
    expect((await runsOf(platform)).map((run) => run?.state)).toEqual(['done']);
  });

  test('that comes while its run is under way is followed by another run', async () => {
    const platform = await synced();
    await platform.pendingChanges.add(ANSWER, QUIET);
    await live(platform, HOUR, () => platform.queuedRuns().length > 0);
    const [runId = ''] = platform.queuedRuns();
    const run = (await platform.runs.load(runId))!;
    await platform.runs.save({ ...run, beganAt: platform.now });
    platform.now += MINUTE;
    await platform.pendingChanges.add(WORKLOAD, QUIET);
    await live(platform, HOUR);
    expect(await pending(platform)).toEqual([]);
    expect((await runsOf(platform)).map((each) => each?.state)).toEqual(['done', 'done']);
  });

  test.each([10 * MINUTE, HOUR, 10 * HOUR])(
    'whose runs fail for %d ms is reconciled within an hour of the end of that',
    async (trouble) => {
      const platform = await synced();
      const end = platform.now + trouble;
      platform.aws.trouble = () => (platform.now < end ? BUSY : undefined);
      await platform.pendingChanges.add(ANSWER, QUIET);
      await live(platform, trouble);
      expect(await pending(platform)).toHaveLength(1);
      const before = (await runsOf(platform)).length;
      expect(before).toBeLessThanOrEqual(5 + trouble / HOUR);
      await live(platform, HOUR);
      expect(await pending(platform)).toEqual([]);
      expect(await platform.attention.get(WORKLOAD_ARN)).toBeUndefined();
      expect((await runsOf(platform)).map((run) => run?.state)).toContain('done');
    },
  );

  test('that only a person can help waits for them, and is not tried by the minute', async () => {
    const platform = await synced();
    platform.aws.trouble = () => REFUSED;
    await platform.pendingChanges.add(ANSWER, QUIET);
    await live(platform, 12 * HOUR);
    expect(await pending(platform)).toEqual([]);
    expect(await runsOf(platform)).toHaveLength(1);
    expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({ why: 'failed' });
  });

  test('whose jobs are lost is reconciled within half an hour', async () => {
    const platform = await synced();
    await platform.pendingChanges.add(ANSWER, QUIET);
    platform.jobs.length = 0;
    await live(platform, 30 * MINUTE);
    expect(await pending(platform)).toEqual([]);
    expect((await runsOf(platform)).map((run) => run?.state)).toEqual(['done']);
  });

  test('whose run ended without a word is given to another run', async () => {
    const platform = await synced();
    await platform.pendingChanges.add(ANSWER, QUIET);
    await live(platform, HOUR, () => platform.queuedRuns().length > 0);
    const [runId = ''] = platform.queuedRuns();
    const run = (await platform.runs.load(runId))!;
    await platform.runs.save({ ...run, state: 'failed' });
    await live(platform, 2 * HOUR);
    expect(await pending(platform)).toEqual([]);
    expect((await runsOf(platform)).map((each) => each?.state)).toContain('done');
  });
});

describe('a notice that a question failed', () => {
  const CARD: Subject = {
    ...{ direction: 'jira', workloadArn: WORKLOAD_ARN, lens: lensIdentity('main'), question: 'q1' },
  };

  async function failed(): Promise<MemoryPlatform> {
    const platform = await synced();
    platform.aws.trouble = () => REFUSED;
    platform.board.setStatus(cardOf(platform, 'p1'), 'done');
    await platform.pendingChanges.add(CARD, QUIET);
    await live(platform, HOUR);
    platform.aws.trouble = () => undefined;
    return platform;
  }

  test('is gone once a run of that question has worked', async () => {
    const platform = await failed();
    expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({
      ...{ why: 'failed', question: { lens: CARD.lens, question: 'q1' } },
    });
    await platform.pendingChanges.add(CARD, QUIET);
    await live(platform, HOUR);
    expect(await platform.attention.get(WORKLOAD_ARN)).toBeUndefined();
  });

  test('stays where another question has worked, or where another notice has taken its place', async () => {
    const platform = await failed();
    platform.board.setStatus(cardOf(platform, 'p3'), 'done');
    await platform.pendingChanges.add({ ...CARD, question: 'q2' }, QUIET);
    await live(platform, HOUR);
    expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({ why: 'failed' });
    await platform.attention.set(WORKLOAD_ARN, {
      why: 'failed',
      reasons: [asReason('Of a run')],
      at: 'then',
    });
    await platform.pendingChanges.add(CARD, QUIET);
    await live(platform, HOUR);
    expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({ reasons: [asReason('Of a run')] });
  });
});

describe('a job of an earlier version', () => {
  test.each([
    ['is done where its change was not handled', undefined, 1],
    ['does nothing where it was', 'the same', 0],
    ['is done where another one was', 'another', 1],
  ])('%s', async (_, handled, runs) => {
    const platform = await synced();
    const { kvs, now } = platform;
    await openRecord(earlierChangeRecord, kvs).write({ at: now }, ANSWER);
    const at = handled === 'another' ? now - 1 : now;
    if (handled !== undefined) await openRecord(earlierWorkRecord, kvs).write({ at }, ['handled', ANSWER]);
    const job = { ...ANSWER, at: now + QUIET * 1000 };
    platform.now = job.at;
    await handleEarlierChange(job, 'a-site', platform);
    await handleEarlierChange(job, 'a-site', platform);
    expect(platform.queuedRuns()).toHaveLength(runs);
  });
});
