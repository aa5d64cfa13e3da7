import { describe, expect, test } from '@jest/globals';
import {
  reconcileJobSchema,
  type ReconcileJob,
  type Subject,
} from '../../../src/automatic/pending-change-record';
import { createPendingChanges, type PendingChanges } from '../../../src/automatic/pending-changes';
import type { DelayedJob } from '../../../src/automatic/queue';
import { MemoryPendingChanges } from '../../builders/pending-changes';
import { SUBJECT } from './changing-site';

const QUIET = 120;
const START = 1_700_000_000_000;

/** Pending changes whose clock and queue the test holds in its hands. */
function byHand() {
  const clock = { at: START, now: () => clock.at };
  const pushed: DelayedJob[] = [];
  const storage = new MemoryPendingChanges();
  const push = (jobs: readonly DelayedJob[]) => Promise.resolve(void pushed.push(...jobs));
  const pass = (seconds: number) => void (clock.at += seconds * 1000);
  return { pendingChanges: createPendingChanges({ storage, clock, push }), storage, pushed, pass };
}

/** What a job of the subject finds: `due` names when it changed. */
async function found(pendingChanges: PendingChanges, job: ReconcileJob, quietSeconds = QUIET) {
  const change = await pendingChanges.open(job);
  if (change === undefined) return { kind: 'nothing' };
  if (!(await pendingChanges.isDue(change, quietSeconds))) return { kind: 'wait' };
  return { kind: 'due', changedAt: change.changedAt };
}

async function handle(pendingChanges: PendingChanges, subject: Subject = SUBJECT): Promise<void> {
  const change = await pendingChanges.open({ ...subject, at: 0 });
  if (change === undefined) throw new Error('Nothing is pending');
  await pendingChanges.handled(change);
}

describe('a question that changes', () => {
  test('has a job after the quiet time, is due, and then is handled', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    expect(pushed).toEqual([{ job: { ...SUBJECT, at: START + 120_000 }, delaySeconds: 120 }]);
    pass(120);
    const { job } = pushed[0]!;
    expect(await found(pendingChanges, job)).toEqual({ kind: 'due', changedAt: START });
    expect(await found(pendingChanges, job)).toEqual({ kind: 'due', changedAt: START });
    await handle(pendingChanges);
    expect(await found(pendingChanges, job)).toEqual({ kind: 'nothing' });
    expect(pushed).toHaveLength(1);
  });

  test('again while a job is queued: no other is, and that one waits for the rest of the quiet time', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(100);
    await pendingChanges.add(SUBJECT, QUIET);
    expect(pushed).toHaveLength(1);
    pass(20);
    expect(await found(pendingChanges, pushed[0]!.job)).toEqual({ kind: 'wait' });
    expect(pushed[1]).toMatchObject({ delaySeconds: 100 });
    pass(100);
    expect(await found(pendingChanges, pushed[1]!.job)).toMatchObject({ kind: 'due' });
  });

  test('just before a job is to come: another is queued, because clocks differ', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(116);
    await pendingChanges.add(SUBJECT, QUIET);
    expect(pushed).toHaveLength(2);
  });

  test('and whose work is to be tried again: a job that is delivered twice does nothing the second time', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(121);
    await pendingChanges.tryAgain((await pendingChanges.open(pushed[0]!.job))!, 60);
    expect(await pendingChanges.open(pushed[0]!.job)).toBeUndefined();
    expect(pushed).toHaveLength(2);
  });

  test('while the work on it goes on: it is due again', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(121);
    const change = (await pendingChanges.open(pushed[0]!.job))!;
    await pendingChanges.add(SUBJECT, QUIET);
    await pendingChanges.handled(change);
    pass(120);
    expect(await found(pendingChanges, pushed[1]!.job)).toEqual({ kind: 'due', changedAt: START + 121_000 });
  });

  test('is due although an older change was stored last, by an event that hung', async () => {
    const { pendingChanges, storage, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    await handle(pendingChanges);
    pass(200);
    await pendingChanges.add(SUBJECT, QUIET);
    const hung = createPendingChanges({
      storage,
      clock: { now: () => START - 1 },
      push: () => Promise.resolve(),
    });
    await hung.add(SUBJECT, QUIET);
    pass(120);
    expect(await found(pendingChanges, pushed[1]!.job)).toMatchObject({ kind: 'due' });
  });

  test('with a job that comes early: it comes again in time', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    const { job } = pushed[0]!;
    pass(50);
    expect(await found(pendingChanges, job)).toEqual({ kind: 'nothing' });
    expect(pushed[1]).toEqual({ job, delaySeconds: 70 });
  });

  test('a quiet time longer than the queue can wait takes several jobs', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, 1800);
    pass(900);
    expect(await found(pendingChanges, pushed[0]!.job, 1800)).toEqual({ kind: 'wait' });
    pass(900);
    expect(await found(pendingChanges, pushed[1]!.job, 1800)).toEqual({ kind: 'due', changedAt: START });
    expect(pushed.map(({ delaySeconds }) => delaySeconds)).toEqual([900, 900]);
  });

  test('is one of its own: another side, another question and the workload are not changed', async () => {
    const { pendingChanges, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(120);
    const { workloadArn } = SUBJECT;
    for (const other of [
      { ...SUBJECT, direction: 'aws' as const },
      { ...SUBJECT, question: 'another' },
      { direction: 'aws' as const, workloadArn },
    ]) {
      expect(await found(pendingChanges, { ...other, at: START })).toEqual({ kind: 'nothing' });
    }
  });

  test('where the queue refuses the job, noting it fails and the next time queues it', async () => {
    const storage = new MemoryPendingChanges();
    const clock = { now: () => START };
    const refuse = () => Promise.reject(new Error('Queue is full'));
    await expect(createPendingChanges({ storage, clock, push: refuse }).add(SUBJECT, QUIET)).rejects.toThrow(
      'full',
    );
    let jobs = 0;
    const accept = () => Promise.resolve(void (jobs += 1));
    await createPendingChanges({ storage, clock, push: accept }).add(SUBJECT, QUIET);
    expect(jobs).toBe(1);
  });

  test('waits for the shortest quiet time where nobody has read its settings, then for the one that held last', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT);
    expect(pushed[0]).toMatchObject({ delaySeconds: 30 });
    pass(30);
    expect(await found(pendingChanges, pushed[0]!.job)).toEqual({ kind: 'wait' });
    pass(90);
    const change = (await pendingChanges.open(pushed[1]!.job))!;
    await pendingChanges.handled(change, { quietSeconds: QUIET });
    await pendingChanges.add(SUBJECT);
    expect(pushed.map(({ delaySeconds }) => delaySeconds)).toEqual([30, 90, 120]);
  });
});

describe('what a change costs of storage', () => {
  async function keysOf(storage: MemoryPendingChanges, act: () => Promise<unknown>): Promise<number> {
    storage.keys = 0;
    await act();
    return storage.keys;
  }

  test('an event two keys, one where another of the same second was noted; a job two', async () => {
    const { pendingChanges, storage, pushed, pass } = byHand();
    const add = () => pendingChanges.add(SUBJECT);
    const first = await keysOf(storage, add);
    const sameSecond = await keysOf(storage, add);
    pass(1);
    const later = await keysOf(storage, add);
    expect([first, sameSecond, later]).toEqual([2, 1, 2]);
    pass(120);
    const job = await keysOf(storage, async () => {
      const change = (await pendingChanges.open(pushed[0]!.job))!;
      await pendingChanges.isDue(change, QUIET);
      await pendingChanges.handled(change);
    });
    expect(job).toBe(2);
  });

  test('a job has a body that the queue hands back as it was', async () => {
    const { pendingChanges, pushed } = byHand();
    await pendingChanges.add(SUBJECT);
    expect(reconcileJobSchema.parse(JSON.parse(JSON.stringify(pushed[0]!.job)))).toEqual(pushed[0]!.job);
  });

  test('several changes push their jobs together', async () => {
    const calls: number[] = [];
    const storage = new MemoryPendingChanges();
    const push = (jobs: readonly DelayedJob[]) => Promise.resolve(void calls.push(jobs.length));
    const pendingChanges = createPendingChanges({ storage, clock: { now: () => START }, push });
    const subjects = Array.from({ length: 120 }, (_, nth) => ({ ...SUBJECT, question: `q${nth}` }));
    await pendingChanges.addAll(subjects, QUIET);
    expect(calls).toEqual([120]);
    expect(await pendingChanges.ofWorkload(SUBJECT.workloadArn)).toHaveLength(120);
  });
});

describe('a workload in manual mode', () => {
  test('causes two jobs in a quarter of an hour at most, however many its events are', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    const queued: ReconcileJob[] = [];
    let jobs = 0;
    for (let second = 0; second < 7200; second += 10) {
      await pendingChanges.add(SUBJECT);
      queued.push(...pushed.splice(0).map(({ job }) => job));
      if (queued[0] !== undefined && queued[0].at <= START + second * 1000) {
        const change = await pendingChanges.open(queued.shift()!);
        if (change) await pendingChanges.leave(change);
        jobs += 1;
      }
      pass(10);
    }
    expect(jobs).toBeGreaterThan(1);
    expect(jobs).toBeLessThanOrEqual(2 * (7200 / 900));
  });

  test('that comes into automatic mode has its next change reconciled', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT);
    pass(30);
    await pendingChanges.leave((await pendingChanges.open(pushed[0]!.job))!);
    expect(await pendingChanges.ofWorkload(SUBJECT.workloadArn)).toEqual([]);
    pass(60);
    await pendingChanges.add(SUBJECT);
    expect(pushed[1]).toMatchObject({ delaySeconds: 840 });
    pass(840);
    expect(await found(pendingChanges, pushed[1]!.job)).toMatchObject({ kind: 'due' });
  });
});
