/** The ledger of recent changes under the lease: runs that die, give back and lose their turn, in any order. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLeaseStore, LEASE_SECONDS } from '../../../../src/runs/lease-store';
import { fencedBy, LeaseLost } from '../../../../src/storage/fenced';
import { identityKey } from '../../../../src/jira/ownership';
import { judge, MANY } from '../../../../src/sync/budget/judge';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import {
  itemsChanged,
  withChanges,
  withoutChanges,
  type RecentChange,
} from '../../../../src/sync/budget/recent-changes';
import { MemoryGuarded } from '../../../builders/guarded';
import { MemoryKeyValues } from '../../../builders/key-values';
import { WORKLOAD_ARN } from '../../../builders/review';

const TOTAL = 40;
const KIND = 'issuesClosed';

function opened() {
  const clock = { time: 100 * 24 * 3600 * 1000, now: () => clock.time };
  const kvs = new MemoryKeyValues();
  const guarded = new MemoryGuarded(kvs);
  return { clock, kvs, guarded, leases: createLeaseStore({ guarded, clock }) };
}

type World = ReturnType<typeof opened>;

function change(runId: string, item: number, at: number): RecentChange {
  return { kind: KIND, at, runId, question: 'q', choice: `c${item}`, title: `c${item}` };
}

const keyOf = ({ choice = '' }: RecentChange) =>
  identityKey({ workload: WORKLOAD_ARN, question: 'q', choice });

/** A run that plans some items: what it may come to is drawn. */
const runs = fc.array(
  fc.record({
    first: fc.nat({ max: TOTAL - 1 }),
    count: fc.integer({ min: 1, max: 14 }),
    sends: fc.nat({ max: 14 }),
    end: fc.constantFrom('settles', 'dies', 'sleeps past its lease'),
  }),
  { maxLength: 14 },
);

test('law: what counts is what was or may have been sent, and no more than half is ever sent in a day', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (drawn) => {
      const world = opened();
      const sent = new Set<string>();
      const uncertain = new Set<string>();
      for (const [nth, { first, count, sends, end }] of drawn.entries()) {
        const runId = `run-${nth}`;
        const store = await storeOf(world, runId);
        const recent = await store.load(WORKLOAD_ARN);
        const now = world.clock.time;
        const planned = Array.from({ length: count }, (_, more) =>
          change(runId, (first + more) % TOTAL, now),
        );
        const left = planned.filter((each) => !sent.has(keyOf(each)));
        const asked = { workload: WORKLOAD_ARN, recent, now, there: { [KIND]: TOTAL - sent.size } };
        const items = new Set(left.map(keyOf));
        if (judge({ ...asked, planned: new Map([[KIND, items]]) }).size > 0) {
          await world.leases.giveBack(await leaseNow(world));
          continue;
        }
        const reserved = withChanges(recent, left, WORKLOAD_ARN);
        await store.save(WORKLOAD_ARN, reserved);
        const done = left.slice(0, sends);
        for (const each of done) sent.add(keyOf(each));
        if (end === 'settles') {
          await store.save(WORKLOAD_ARN, withoutChanges(reserved, new Set(left.slice(sends))));
          for (const each of left) uncertain.delete(keyOf(each));
          await world.leases.giveBack(await leaseNow(world));
        } else {
          for (const each of left.slice(sends)) uncertain.add(keyOf(each));
          world.clock.time += LEASE_SECONDS * 1000;
        }
        if (end === 'sleeps past its lease') {
          const other = await storeOf(world, 'another');
          await expect(store.save(WORKLOAD_ARN, recent)).rejects.toThrow(LeaseLost);
          expect(await other.load(WORKLOAD_ARN)).toEqual(reserved);
          await world.leases.giveBack(await leaseNow(world));
        }
        const counted = itemsChanged(
          await reader(world).load(WORKLOAD_ARN),
          KIND,
          WORKLOAD_ARN,
          world.clock.time,
        );
        expect(counted).toEqual(new Set([...sent, ...uncertain]));
        expect(sent.size < MANY || sent.size * 2 <= TOTAL).toBe(true);
      }
    }),
  );
});

test('two that read at once: the one that lost the lease writes nothing over the other', async () => {
  const world = opened();
  const late = await storeOf(world, 'late');
  const stale = await late.load(WORKLOAD_ARN);
  world.clock.time += LEASE_SECONDS * 1000;
  const next = await storeOf(world, 'next');
  await next.save(WORKLOAD_ARN, withChanges(stale, [change('next', 1, 1)], WORKLOAD_ARN));
  await expect(
    late.save(WORKLOAD_ARN, withChanges(stale, [change('late', 2, 1)], WORKLOAD_ARN)),
  ).rejects.toThrow(LeaseLost);
  expect((await reader(world).load(WORKLOAD_ARN)).changes.map(({ runId }) => runId)).toEqual(['next']);
});

function reader({ kvs }: World) {
  return createRecentChangesStore(kvs);
}

async function storeOf({ kvs, guarded, leases }: World, runId: string) {
  const taken = await leases.take(WORKLOAD_ARN, runId);
  if (taken.kind === 'held') throw new Error('held');
  return createRecentChangesStore(fencedBy(taken.lease, kvs, guarded));
}

async function leaseNow({ guarded }: World) {
  const [key = '', text = '{}'] = [...guarded.guards][0] ?? [];
  return Promise.resolve({ key, number: (JSON.parse(text) as { number: number }).number });
}
