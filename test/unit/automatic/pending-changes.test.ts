import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createPendingChanges,
  reconcileJobSchema,
  type ReconcileJob,
} from '../../../src/automatic/pending-changes';
import { MemoryKeyValues } from '../../builders/key-values';
import { SUBJECT, TouchSite, type Faults } from './changing-site';

const QUIET = 120;
const START = 1_700_000_000_000;

/** Touches whose clock and queue the test holds in its hands. */
function byHand() {
  const clock = { at: START, now: () => clock.at };
  const pushed: { readonly job: ReconcileJob; readonly delaySeconds: number }[] = [];
  const kvs = new MemoryKeyValues();
  const push = (job: ReconcileJob, delaySeconds: number) =>
    Promise.resolve(void pushed.push({ job, delaySeconds }));
  const pass = (seconds: number) => void (clock.at += seconds * 1000);
  return { pendingChanges: createPendingChanges({ kvs, clock, push }), kvs, pushed, pass };
}

describe('a question that is touched', () => {
  test('is looked at after the quiet time, is due, and then is handled', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    expect(pushed).toEqual([{ job: { ...SUBJECT, at: START + 120_000 }, delaySeconds: 120 }]);
    pass(120);
    const { job } = pushed[0]!;
    expect(await pendingChanges.check(job, QUIET)).toEqual({ kind: 'due', touchedAt: START });
    expect(await pendingChanges.check(job, QUIET)).toEqual({ kind: 'due', touchedAt: START });
    await pendingChanges.handled(SUBJECT, START);
    expect(await pendingChanges.check(job, QUIET)).toEqual({ kind: 'handled' });
    expect(pushed).toHaveLength(1);
  });

  test('again while a look is queued: no other is, and that look waits for the rest of the quiet time', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(100);
    await pendingChanges.add(SUBJECT, QUIET);
    expect(pushed).toHaveLength(1);
    pass(20);
    expect(await pendingChanges.check(pushed[0]!.job, QUIET)).toEqual({ kind: 'wait' });
    expect(pushed[1]).toMatchObject({ delaySeconds: 100 });
    pass(100);
    expect(await pendingChanges.check(pushed[1]!.job, QUIET)).toMatchObject({ kind: 'due' });
  });

  test('just before a look is to come: another is queued, because clocks differ', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(116);
    await pendingChanges.add(SUBJECT, QUIET);
    expect(pushed).toHaveLength(2);
  });

  test('while the work on it goes on: it is due again', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(121);
    expect(await pendingChanges.check(pushed[0]!.job, QUIET)).toMatchObject({ kind: 'due' });
    await pendingChanges.add(SUBJECT, QUIET);
    await pendingChanges.handled(SUBJECT, START);
    pass(120);
    expect(await pendingChanges.check(pushed[1]!.job, QUIET)).toEqual({
      kind: 'due',
      touchedAt: START + 121_000,
    });
  });

  test('is due although an older touch was stored last, by an event that hung', async () => {
    const { pendingChanges, kvs, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    await pendingChanges.handled(SUBJECT, START);
    pass(200);
    await pendingChanges.add(SUBJECT, QUIET);
    const hung = createPendingChanges({
      kvs,
      clock: { now: () => START - 1 },
      push: () => Promise.resolve(),
    });
    await hung.add(SUBJECT, QUIET);
    pass(120);
    expect(await pendingChanges.check(pushed[1]!.job, QUIET)).toMatchObject({ kind: 'due' });
  });

  test('with a job that comes early: it comes again in time', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    const { job } = pushed[0]!;
    pass(50);
    expect(await pendingChanges.check(job, QUIET)).toEqual({ kind: 'wait' });
    expect(pushed[1]).toEqual({ job, delaySeconds: 70 });
  });

  test('a quiet time longer than the queue can wait takes several looks', async () => {
    const { pendingChanges, pushed, pass } = byHand();
    await pendingChanges.add(SUBJECT, 1800);
    pass(900);
    expect(await pendingChanges.check(pushed[0]!.job, 1800)).toEqual({ kind: 'wait' });
    pass(900);
    expect(await pendingChanges.check(pushed[1]!.job, 1800)).toEqual({ kind: 'due', touchedAt: START });
    expect(pushed.map(({ delaySeconds }) => delaySeconds)).toEqual([900, 900]);
  });

  test('is one of its own: another side, another question and the workload are not touched', async () => {
    const { pendingChanges, pass } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    pass(120);
    const { workloadArn } = SUBJECT;
    for (const other of [
      { ...SUBJECT, direction: 'aws' as const },
      { ...SUBJECT, question: 'another' },
      { direction: 'jira' as const, workloadArn },
    ]) {
      expect(await pendingChanges.check({ ...other, at: START }, QUIET)).toEqual({ kind: 'handled' });
    }
  });

  test('costs two requests to storage while a look is queued, and keys that storage takes', async () => {
    const { pendingChanges, kvs, pushed } = byHand();
    await pendingChanges.add(SUBJECT, QUIET);
    const { writes } = kvs;
    await pendingChanges.add(SUBJECT, QUIET);
    expect(kvs.writes).toBe(writes + 1);
    expect(reconcileJobSchema.parse(JSON.parse(JSON.stringify(pushed[0]!.job)))).toEqual(pushed[0]!.job);
  });

  test('where the queue refuses the job, the touch fails and the next one queues it', async () => {
    const kvs = new MemoryKeyValues();
    const clock = { now: () => START };
    const refuse = () => Promise.reject(new Error('Queue is full'));
    await expect(createPendingChanges({ kvs, clock, push: refuse }).add(SUBJECT, QUIET)).rejects.toThrow(
      'full',
    );
    let jobs = 0;
    const accept = () => Promise.resolve(void (jobs += 1));
    await createPendingChanges({ kvs, clock, push: accept }).add(SUBJECT, QUIET);
    expect(jobs).toBe(1);
  });
});

const late = fc.oneof(fc.constant(0), fc.integer({ min: -130_000, max: 90_000 }));
const deliveries = fc.array(fc.array(late, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

describe('laws, with jobs that come late, early, doubled and reordered', () => {
  const script = fc.record({
    pauses: fc.array(fc.integer({ min: 0, max: 150_000 }), { minLength: 1, maxLength: 12 }),
    latencies: fc.array(fc.oneof(fc.nat(300), fc.nat(200_000)), { minLength: 1, maxLength: 40 }),
    deliveries,
    deaths: fc.array(fc.boolean(), { maxLength: 6 }),
  });

  test('every touch is followed by work that begins after it, and it comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(script, async ({ pauses, ...faults }) => {
        const site = new TouchSite(QUIET, faults);
        await site.play(pauses);
        expect(Math.max(...site.worked)).toBeGreaterThanOrEqual(Math.max(...site.touchedAt));
      }),
      { numRuns: 300 },
    );
  });

  test('a burst becomes one piece of work, however many jobs looked', async () => {
    const burst = fc.record({
      pauses: fc.array(fc.integer({ min: 0, max: 110_000 }), { minLength: 1, maxLength: 12 }),
      latencies: fc.array(fc.nat(500), { minLength: 1, maxLength: 40 }),
      deliveries,
    });
    await fc.assert(
      fc.asyncProperty(burst, async ({ pauses, ...faults }) => {
        const site = new TouchSite(QUIET, { ...faults, deaths: [] });
        await site.play(pauses);
        expect(site.worked).toHaveLength(1);
        expect(site.worked[0]! - site.touchedAt.at(-1)!).toBeGreaterThanOrEqual((QUIET - 1) * 1000);
      }),
      { numRuns: 200 },
    );
  });

  test('on a healthy queue a burst costs a job for each quiet time that it lasts, and one', async () => {
    const healthy: Faults = { latencies: [100], deliveries: [], deaths: [] };
    const site = new TouchSite(QUIET, healthy);
    await site.play(Array.from({ length: 100 }, () => 6000));
    expect(site.worked).toHaveLength(1);
    expect(site.jobs).toBeLessThanOrEqual(600 / QUIET + 2);
  });
});
