import { describe, expect, test } from '@jest/globals';
import { createJobs, jobSchema, type Jobs } from '../../../src/handlers/queue';

const WORKLOAD = 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123';
const RUN = { id: 'r1', workloadArn: WORKLOAD, wake: 2, lane: 0 };
const NO_PATIENCE = { sleep: () => Promise.resolve(), jitter: () => 0 };
const CHANGE = { direction: 'jira', workloadArn: WORKLOAD, question: 'q1', at: 1 } as const;

interface Pushed {
  readonly body: unknown;
  readonly delayInSeconds?: number;
  readonly concurrency?: { readonly key: string; readonly limit?: number };
}

async function pushed(act: (jobs: Jobs) => Promise<void>): Promise<Pushed> {
  const events: Pushed[] = [];
  const push = (event: unknown) => {
    events.push(...((Array.isArray(event) ? event : [event]) as Pushed[]));
    return Promise.resolve({ jobId: 'a job' });
  };
  await act(createJobs({ push }, NO_PATIENCE));
  expect(events).toHaveLength(1);
  return events[0]!;
}

describe('a job', () => {
  test.each<[string, (jobs: Jobs) => Promise<void>, unknown]>([
    ['of a run', (it) => it.enqueueRun(RUN, 0), { runId: 'r1', wake: 2 }],
    [
      'of a pending change',
      (it) => it.enqueueReconciles([{ job: CHANGE, delaySeconds: 0 }]),
      { change: CHANGE },
    ],
    [
      'of a poll',
      (it) => it.enqueuePoll({ connectionId: 'c1', region: 'eu-west-1' }),
      { poll: { connectionId: 'c1', region: 'eu-west-1' } },
    ],
  ])('%s is read as it was written', async (_, act, body) => {
    const event = await pushed(act);
    expect(event.body).toEqual(body);
    expect(jobSchema.parse(event.body)).toEqual(body);
  });

  test('of one workload goes after another, whatever it is', async () => {
    const run = await pushed((it) => it.enqueueRun(RUN, 0));
    const change = await pushed((it) => it.enqueueReconciles([{ job: CHANGE, delaySeconds: 0 }]));
    const other = await pushed((it) => it.enqueueRun({ ...RUN, workloadArn: `${WORKLOAD}4` }, 0));
    expect(run.concurrency).toEqual({ key: expect.any(String), limit: 1 });
    expect(change.concurrency).toEqual(run.concurrency);
    expect(other.concurrency?.key).not.toBe(run.concurrency?.key);
  });

  test('of an earlier version is known', () => {
    expect(jobSchema.parse({ look: CHANGE })).toEqual({ look: CHANGE });
  });

  test('is one of 50 at most in a push, each of its own workload', async () => {
    const pushes: Pushed[][] = [];
    const push = (events: unknown) => Promise.resolve({ jobId: String(pushes.push(events as Pushed[])) });
    const jobs = Array.from({ length: 120 }, (_, nth) => ({
      job: { ...CHANGE, workloadArn: `${WORKLOAD}${nth % 3}` },
      delaySeconds: nth,
    }));
    await createJobs({ push }, NO_PATIENCE).enqueueReconciles(jobs);
    expect(pushes.map((events) => events.length)).toEqual([50, 50, 20]);
    expect(pushes.flat().map(({ body }) => body)).toEqual(jobs.map(({ job }) => ({ change: job })));
    expect(new Set(pushes.flat().map(({ concurrency }) => concurrency?.key)).size).toBe(3);
    expect(pushes[2]?.[19]?.delayInSeconds).toBe(119);
  });

  test.each([
    [0, undefined],
    [-1, undefined],
    [0.2, 1],
    [900, 900],
    [3600, 900],
  ])('that is to come after %d s is delayed by %s', async (seconds, delay) => {
    const event = await pushed((it) => it.enqueueRun(RUN, seconds));
    expect(event.delayInSeconds).toBe(delay);
  });

  test('of a run that left its queue goes beside what waits in that', async () => {
    const before = await pushed((it) => it.enqueueRun(RUN, 0));
    const after = await pushed((it) => it.enqueueRun({ ...RUN, lane: 1 }, 0));
    expect(after.concurrency?.key).not.toBe(before.concurrency?.key);
    const change = { job: CHANGE, delaySeconds: 0 };
    const beside = await pushed((it) => it.enqueueReconciles([{ ...change, lane: 1 }]));
    expect(beside.concurrency).toEqual(after.concurrency);
  });
});

describe('a queue that does not take a job', () => {
  const failing = (...errors: readonly Error[]) => {
    const left = [...errors];
    let pushes = 0;
    const push = () => {
      pushes += 1;
      const error = left.shift();
      return error ? Promise.reject(error) : Promise.resolve({ jobId: 'a job' });
    };
    return { jobs: createJobs({ push }, NO_PATIENCE), pushes: () => pushes };
  };

  test.each([
    ['says that it is too much', new Error('429')],
    ['fails', new Error('500')],
    ['gives no answer', new TypeError('fetch failed')],
  ])('and %s once is asked again', async (_, error) => {
    const { jobs, pushes } = failing(error);
    await jobs.enqueueRun(RUN, 0);
    expect(pushes()).toBe(2);
  });

  test('three times makes whoever pushes fail', async () => {
    const error = new Error('429');
    const { jobs, pushes } = failing(error, error, error);
    await expect(jobs.enqueueRun(RUN, 0)).rejects.toBe(error);
    expect(pushes()).toBe(3);
  });
});
