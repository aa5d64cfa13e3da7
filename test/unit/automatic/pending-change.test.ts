/** A pending change becomes due: what is done of it, and what becomes of one that fails. */
import { describe, expect, test } from '@jest/globals';
import { asReason } from '../../../src/reason';
import { handlePendingChange } from '../../../src/automatic/pending-change';
import type { ReconcileJob, Subject } from '../../../src/automatic/pending-change-record';
import { UpstreamError } from '../../../src/upstream-error';
import type { MemoryPlatform } from '../../builders/platform';
import { type Job } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { cardOf, forget, QUIET, synced } from './synced';

const CARD: Subject = {
  ...{ direction: 'jira', workloadArn: WORKLOAD_ARN, lens: lensIdentity('main'), question: 'q1' },
};
const ANSWER: Subject = { direction: 'aws', workloadArn: WORKLOAD_ARN, question: 'q1' };
const WORKLOAD: Subject = { direction: 'aws', workloadArn: WORKLOAD_ARN };

/** Its job, taken out of the queue. */
async function touched(platform: MemoryPlatform, subject: Subject): Promise<ReconcileJob> {
  await platform.pendingChanges.add(subject, QUIET);
  return changeOf(platform.jobs.pop());
}

function changeOf(job: Job | undefined): ReconcileJob {
  if (!job || !('change' in job)) throw new Error('No pending change is queued');
  return job.change;
}

async function afterQuiet(platform: MemoryPlatform, subject: Subject): Promise<void> {
  const job = await touched(platform, subject);
  platform.now += QUIET * 1000;
  await handlePendingChange(job, 'a-site', platform);
}

function moveCard(platform: MemoryPlatform, choice: string): void {
  platform.board.setStatus(cardOf(platform, choice), 'done');
}

const trouble = (retryable: boolean, retryAfterSeconds?: number) =>
  new UpstreamError(asReason('AWS is busy'), {
    ...{ service: 'aws', code: 'ThrottlingException', retryable },
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  } as const);

describe('a card that moved', () => {
  test('is told in the question’s notes once it is quiet, without a run', async () => {
    const platform = await synced();
    moveCard(platform, 'p1');
    await afterQuiet(platform, CARD);
    expect(platform.aws.answers.asked).toContain('update main/q1: notes');
    expect(platform.jobs).toEqual([]);
    expect(await platform.pendingChanges.open({ ...CARD, at: 0 })).toBeUndefined();
  });

  test('and the poll finds no news in what the app wrote', async () => {
    const platform = await synced();
    const { answers, review } = platform.aws;
    const { riskCounts } = review.lenses[0]!;
    answers.updatedAt += 3_600_000;
    await platform.watermarks.sawAll(WORKLOAD_ARN, answers.updatedAt, riskCounts);
    moveCard(platform, 'p1');
    await afterQuiet(platform, CARD);
    const summary = { arn: WORKLOAD_ARN, updatedAt: answers.updatedAt, riskCounts };
    expect(await platform.watermarks.explains(summary, undefined)).toBe(true);
  });

  test('of a workload whose connection may only read calls for a run only where parents follow', async () => {
    for (const parentsFollow of [false, true]) {
      const platform = await synced({ parentsFollow });
      await platform.storeConnection({ ...(await platform.connection()), access: 'read-only' });
      await afterQuiet(platform, CARD);
      expect(platform.aws.asked).toEqual([]);
      expect(platform.queuedRuns()).toHaveLength(parentsFollow ? 1 : 0);
    }
  });
});

test.each([
  ['an answer that changed', ANSWER, undefined],
  ['a workload that changed, and nobody knows where', WORKLOAD, true],
])('%s starts a run', async (_, subject, needsQuietWorkload) => {
  const platform = await synced();
  await afterQuiet(platform, subject);
  const [runId = ''] = platform.queuedRuns();
  expect((await platform.runs.load(runId))?.needsQuietWorkload).toBe(needsQuietWorkload);
});

test.each<[string, Subject, readonly string[]]>([
  ['an event that names a question: its notes are to be read', ANSWER, ['q1']],
  ['the poll names none', WORKLOAD, []],
  ['a card is of Jira', CARD, []],
])('%s', async (_, subject, named) => {
  const platform = await synced();
  await afterQuiet(platform, subject);
  expect(await platform.namedQuestions.of(WORKLOAD_ARN)).toEqual(named);
});

describe('nothing is done', () => {
  test('before the quiet time is over: the job is queued for the rest', async () => {
    const platform = await synced();
    const job = await touched(platform, ANSWER);
    platform.now += 60_000;
    await platform.pendingChanges.add(ANSWER, QUIET);
    platform.jobs.length = 0;
    platform.now += 60_000;
    await handlePendingChange(job, 'a-site', platform);
    expect(platform.queuedRuns()).toEqual([]);
    expect(platform.jobs).toMatchObject([{ seconds: 60 }]);
  });

  test('of a job that comes a second time', async () => {
    const platform = await synced();
    const job = await touched(platform, ANSWER);
    platform.now += QUIET * 1000;
    await handlePendingChange(job, 'a-site', platform);
    forget(platform);
    await handlePendingChange(job, 'a-site', platform);
    expect(platform.jobs).toEqual([]);
  });

  test('where automatic mode was switched off meanwhile', async () => {
    const platform = await synced();
    const job = await touched(platform, CARD);
    await platform.change({});
    platform.now += QUIET * 1000;
    await handlePendingChange(job, 'a-site', platform);
    expect([platform.jobs, platform.aws.asked]).toEqual([[], []]);
  });
});

describe('no run is left as running', () => {
  async function runsOf({ kvs, runs }: MemoryPlatform) {
    const ids = [...kvs.values.keys()].flatMap((key) => /^run:([^:]+)$/.exec(key)?.[1] ?? []);
    return Promise.all(ids.map((id) => runs.load(id)));
  }

  test.each<[what: string, meet: (platform: MemoryPlatform) => void]>([
    [
      'by a conflict in the notes',
      ({ aws: { answers } }) => {
        const { notes } = answers.at('main/q1');
        answers.set('main/q1', { notes: notes.replace('Sub-tasks', 'Sub-task') });
      },
    ],
    [
      'by a write that is tried again',
      ({ aws: { answers } }) => {
        answers.refusal = (call) => (call.startsWith('update') ? trouble(true) : undefined);
      },
    ],
  ])('%s', async (_, meet) => {
    const platform = await synced();
    meet(platform);
    moveCard(platform, 'p1');
    await afterQuiet(platform, CARD);
    const states = (await runsOf(platform)).map((run) => run?.state);
    expect(states).not.toContain('running');
    expect(states).toContain('done');
  });
});

describe('a change that meets trouble', () => {
  async function failing(error: Error): Promise<MemoryPlatform> {
    const platform = await synced();
    const job = await touched(platform, CARD);
    moveCard(platform, 'p1');
    platform.aws.trouble = () => error;
    platform.now += QUIET * 1000;
    await handlePendingChange(job, 'a-site', platform);
    return platform;
  }

  test.each([
    // after how many seconds, and what the service says: how long it waits
    ['of a moment, a minute at least', 30, trouble(true), 60],
    ['of two minutes, as long again', 120, trouble(true), 120],
    ['of an hour, a quarter of one at most', 3600, trouble(true), 900],
    ['that says how long, so long', 120, trouble(true, 5), 5],
    ['that says so long that it must be a mistake, an hour', 120, trouble(true, 99_999_999_999), 3600],
  ])('%s', async (_, age, error, seconds) => {
    const platform = await synced();
    await platform.change({
      issueManagementStatus: 'ENABLED',
      issueManagementType: 'AUTO',
      quietSeconds: 30,
    });
    const job = { ...CARD, at: platform.now };
    await platform.pendingChanges.add(CARD, 30);
    forget(platform);
    moveCard(platform, 'p1');
    platform.aws.trouble = () => error;
    platform.now += age * 1000;
    await handlePendingChange(job, 'a-site', platform);
    const at = platform.now + seconds * 1000;
    expect(platform.jobs).toEqual([{ change: { ...CARD, at }, seconds: Math.min(900, seconds) }]);
  });

  test('stays pending, and the next try does it', async () => {
    const platform = await failing(trouble(true));
    const job = changeOf(platform.jobs.pop());
    platform.aws.trouble = () => undefined;
    platform.now = job.at;
    await handlePendingChange(job, 'a-site', platform);
    expect(platform.aws.answers.asked).toContain('update main/q1: notes');
  });

  test('that no other try ends waits for a person', async () => {
    const platform = await failing(trouble(false));
    expect(platform.jobs).toEqual([]);
    const at = new Date(platform.now).toISOString();
    expect(await platform.attention.get(WORKLOAD_ARN)).toEqual({
      ...{ why: 'failed', reasons: [asReason('AWS is busy')], at },
      question: { lens: CARD.lens, question: CARD.question },
    });
  });

  test('which is a bug is thrown on: the queue tries again', async () => {
    await expect(failing(new TypeError('a bug'))).rejects.toThrow('a bug');
  });
});
