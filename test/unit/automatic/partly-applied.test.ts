/** Changes that nothing applied stay pending, however the run that saw them ended. */
import { describe, expect, test } from '@jest/globals';
import { handlePendingChange } from '../../../src/automatic/pending-change';
import { continueRun } from '../../../src/runs/continue-run';
import { asReason } from '../../../src/reason';
import type { Run } from '../../../src/runs/model';
import { UpstreamError } from '../../../src/upstream-error';
import { MemoryPlatform } from '../../builders/platform';
import { practice, question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { AUTOMATIC_SYNC, continued, runIn, SITE, SYNC } from '../runs/a-run';
import { QUIET } from './synced';

const BUSY = new UpstreamError(asReason('AWS is busy'), { service: 'aws', code: '500', retryable: true });
const NO = new UpstreamError(asReason('AWS says no'), {
  ...{ service: 'aws', code: 'ValidationException', retryable: false },
});

const JIRA_BUSY = new UpstreamError(asReason('Jira is busy'), {
  ...{ service: 'jira', code: '503', retryable: true },
});

/** `TWO_QUESTIONS` with another title, and with the only practice of the second selected. */
const TITLED_ANEW = smallReview(
  { ...question('q1', 'HIGH', [practice('p1'), practice('p2')]), title: 'q1 has another title' },
  question('q2', 'HIGH', [practice('p3')]),
);
const ANSWERED = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'NONE', [practice('p3', 'selected')]),
);

const pending = (platform: MemoryPlatform) => platform.pendingChanges.ofWorkload(WORKLOAD_ARN);

async function changed(): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.automatic();
  await platform.pendingChanges.add({ direction: 'aws', workloadArn: WORKLOAD_ARN }, QUIET);
  platform.now += 1000;
  return platform;
}

async function ran(platform: MemoryPlatform, run: Run): Promise<Run> {
  return continued(platform, { ...run, beganAt: platform.now });
}

describe('a change that an automatic run saw', () => {
  test.each([
    ['and that another try may write stays pending', BUSY, 1],
    ['and that no try will write is told, and handled', NO, 0],
  ])('%s', async (_, error, left) => {
    const platform = await changed();
    platform.aws.answers.refusal = (call) => (call.startsWith('update main/q1') ? error : undefined);
    expect((await ran(platform, AUTOMATIC_SYNC)).state).toBe('done');
    const outcome = await platform.runs.loadOutcome('r1');
    expect(outcome?.failed).toHaveLength(1);
    expect(await pending(platform)).toHaveLength(left);
  });

  test.each<[string, (platform: MemoryPlatform) => void]>([
    [
      'text',
      (platform) => {
        platform.aws.review = TITLED_ANEW;
        platform.jira.refusesUpdate = ({ summary }) => (summary.includes('q1') ? JIRA_BUSY : undefined);
      },
    ],
    [
      'status',
      (platform) => {
        platform.aws.review = ANSWERED;
        platform.jira.refusesMove = ({ property }) => (property?.question === 'q2' ? JIRA_BUSY : undefined);
      },
    ],
  ])('and whose %s another try may write in Jira stays pending', async (_, change) => {
    const platform = await changed();
    await ran(platform, AUTOMATIC_SYNC);
    expect(await pending(platform)).toEqual([]);
    await platform.pendingChanges.add({ direction: 'aws', workloadArn: WORKLOAD_ARN }, QUIET);
    platform.now += 1000;
    change(platform);
    await ran(platform, { ...AUTOMATIC_SYNC, id: 'r2' });
    expect((await platform.runs.loadOutcome('r2'))?.failed).not.toEqual([]);
    expect(await pending(platform)).toHaveLength(1);
  });

  test('is tried again after growing waits, and handled once the trouble is over', async () => {
    const platform = await changed();
    platform.aws.answers.refusal = (call) => (call.startsWith('update main/q1') ? BUSY : undefined);
    await ran(platform, AUTOMATIC_SYNC);
    const waits: number[] = [];
    for (let round = 0; round < 8; round++) {
      const job = platform.jobs.splice(0).at(-1);
      if (job === undefined) break;
      platform.now += job.seconds * 1000;
      if ('runId' in job) await continueRun(job, SITE, platform);
      else if ('change' in job) {
        waits.push(job.seconds);
        await handlePendingChange(job.change, SITE, platform);
      }
    }
    expect(waits.slice(-3)).toEqual([120, 240, 480]);
    platform.aws.answers.refusal = () => undefined;
    await ran(platform, { ...AUTOMATIC_SYNC, id: 'last' });
    expect(await pending(platform)).toEqual([]);
    expect(platform.aws.answers.at('main/q1').notes).not.toBe('');
  });
});

describe('a run of a person', () => {
  test('that puts changes back handles none', async () => {
    const platform = await changed();
    expect((await ran(platform, { ...SYNC, putBack: true })).state).toBe('done');
    expect(await pending(platform)).toHaveLength(1);
  });

  test('of a part handles none, and one of all that it saw handles them', async () => {
    const platform = await changed();
    await ran(platform, { ...SYNC, selection: { questionIds: ['q1'] } });
    expect(await pending(platform)).toHaveLength(1);
    await ran(platform, { ...SYNC, id: 'r2' });
    expect(await pending(platform)).toEqual([]);
    expect((await runIn(platform, 'r2')).state).toBe('done');
  });
});
