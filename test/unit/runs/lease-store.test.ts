import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createIntentStore } from '../../../src/links/intent-store';
import { LeaseLost } from '../../../src/storage/fenced';
import { createLeaseStore, LEASE_SECONDS, type LeaseStore } from '../../../src/runs/lease-store';
import type { Guard } from '../../../src/storage/guarded';
import { MemoryGuarded } from '../../builders/guarded';
import { MemoryKeyValues } from '../../builders/key-values';
import { WORKLOAD_ARN } from '../../builders/review';

class Clock {
  time = 1_000_000;
  now = () => this.time;
}

function opened() {
  const clock = new Clock();
  const kvs = new MemoryKeyValues();
  const guarded = new MemoryGuarded(kvs);
  return { clock, kvs, guarded, leases: createLeaseStore({ guarded, clock }) };
}

async function taken(leases: LeaseStore): Promise<Guard> {
  const answer = await leases.take(WORKLOAD_ARN, 'r1');
  if (answer.kind === 'held') throw new Error('held');
  return answer.lease;
}

describe('the lease of a workload', () => {
  test('is one invocation’s until it gives it back', async () => {
    const { leases, clock } = opened();
    const lease = await taken(leases);
    expect(await leases.take(WORKLOAD_ARN, 'r1')).toEqual({
      kind: 'held',
      until: clock.time + LEASE_SECONDS * 1000,
      runId: 'r1',
    });
    await leases.giveBack(lease);
    expect((await taken(leases)).number).toBe(lease.number + 1);
  });

  test('of another workload is another one', async () => {
    const { leases } = opened();
    await taken(leases);
    expect((await leases.take(`${WORKLOAD_ARN}0`, 'r1')).kind).toBe('taken');
  });

  test('ends by itself, after its consumer has surely ended', async () => {
    const { leases, clock } = opened();
    const dead = await taken(leases);
    expect(LEASE_SECONDS).toBeGreaterThan(900);
    clock.time += LEASE_SECONDS * 1000;
    const next = await taken(leases);
    expect([await leases.holds(dead), await leases.holds(next)]).toEqual([false, true]);
    await leases.giveBack(dead);
    expect((await leases.take(WORKLOAD_ARN, 'r1')).kind).toBe('held');
  });

  test('is had by one at a time, however many try at once and however they end', async () => {
    const step = fc.constantFrom('take', 'giveBack', 'die');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { leases, clock } = opened();
        let holder: Guard | undefined;
        for (const act of steps) {
          if (act === 'take') {
            const answers = await Promise.all([1, 2, 3].map(() => leases.take(WORKLOAD_ARN, 'r1')));
            const got = answers.flatMap((answer) => (answer.kind === 'taken' ? [answer.lease] : []));
            expect(got).toHaveLength(holder ? 0 : 1);
            holder ??= got[0];
          } else if (holder && act === 'giveBack') {
            await leases.giveBack(holder);
            holder = undefined;
          } else if (holder) {
            clock.time += LEASE_SECONDS * 1000;
            holder = undefined;
          }
        }
      }),
    );
  });
});

test('who has lost the lease announces nothing, and clears nothing', async () => {
  const { leases, clock, kvs, guarded } = opened();
  const late = createIntentStore(kvs, guarded, await taken(leases));
  const intent = { runId: 'late', at: 1, projectId: '1', afterNumber: 0, items: ['a'] };
  await late.save(WORKLOAD_ARN, intent);
  clock.time += LEASE_SECONDS * 1000;
  const next = createIntentStore(kvs, guarded, await taken(leases));
  await next.save(WORKLOAD_ARN, { ...intent, runId: 'next' });
  await expect(late.save(WORKLOAD_ARN, intent)).rejects.toThrow(LeaseLost);
  await expect(late.clear(WORKLOAD_ARN)).rejects.toThrow(LeaseLost);
  expect((await next.load(WORKLOAD_ARN))?.runId).toBe('next');
});
