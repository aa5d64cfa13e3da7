/** What triage lists, in storage. */
import { describe, expect, test } from '@jest/globals';
import { createTriageStore, triageRecord, type Triaged } from '../../../src/triage/triage-store';
import { MemoryKeyValues } from '../../builders/key-values';
import { WORKLOAD_ARN } from '../../builders/review';

/** Of a lens whose best practices have titles of 60 characters. */
function triaged(practices: number, projectId = '10000'): Triaged {
  const issues = Array.from({ length: practices }, (_, nth): [string, string] => [
    String(10_000 + nth),
    `Practice ${nth} `.padEnd(60, 'x'),
  ]);
  const questions = [{ id: 'q1', title: 'Question', risk: 'HIGH' as const, issues }];
  const pillars = [{ label: 'security', name: 'Security', questions }];
  return { projectId, lenses: [{ identity: 'lens', name: 'Lens', pillars }] };
}

class Counting extends MemoryKeyValues {
  reads = 0;

  override get(key: string): Promise<unknown> {
    this.reads += 1;
    return super.get(key);
  }
}

describe('what triage lists of a workload', () => {
  test.each([
    ['the framework lens with everything open stands in one value', 307, 1],
    ['the largest reviews stand in several', 3000, 6],
  ])('%s, and comes back as it was', async (_, practices, keys) => {
    const kvs = new Counting();
    const store = createTriageStore(kvs);
    await store.save(WORKLOAD_ARN, triaged(practices), undefined);
    kvs.reads = 0;
    expect(await store.load(WORKLOAD_ARN)).toEqual(triaged(practices));
    expect(kvs.reads).toBe(keys);
  });

  test('is not written where nothing changed', async () => {
    const kvs = new MemoryKeyValues();
    const store = createTriageStore(kvs);
    await store.save(WORKLOAD_ARN, triaged(3), undefined);
    const { writes } = kvs;
    await store.save(WORKLOAD_ARN, triaged(3), await store.load(WORKLOAD_ARN));
    expect(kvs.writes).toBe(writes);
    await store.save(WORKLOAD_ARN, triaged(4), await store.load(WORKLOAD_ARN));
    expect(await store.load(WORKLOAD_ARN)).toEqual(triaged(4));
  });

  test.each([
    [3000, 2900],
    [3000, 3],
  ])('leaves no part behind, from %d best practices to %d', async (before, after) => {
    const kvs = new MemoryKeyValues();
    const store = createTriageStore(kvs);
    await store.save(WORKLOAD_ARN, triaged(before), undefined);
    await store.save(WORKLOAD_ARN, triaged(after), triaged(before));
    const fresh = new MemoryKeyValues();
    await createTriageStore(fresh).save(WORKLOAD_ARN, triaged(after), undefined);
    expect([...kvs.values.keys()].sort()).toEqual([...fresh.values.keys()].sort());
  });

  test('is claimed by the first alone: a run that ended meanwhile knows better', async () => {
    const store = createTriageStore(new MemoryKeyValues());
    await store.save(WORKLOAD_ARN, triaged(3), undefined);
    await expect(store.claim(WORKLOAD_ARN, triaged(2))).rejects.toThrow('KEY_CONFLICT');
    expect(await store.load(WORKLOAD_ARN)).toEqual(triaged(3));
  });

  test('that is damaged counts as none, and is written over', async () => {
    const kvs = new MemoryKeyValues();
    const store = createTriageStore(kvs, () => undefined);
    await kvs.set(triageRecord.key(WORKLOAD_ARN), { text: 'other', parts: 0, whole: '{}' });
    expect(await store.load(WORKLOAD_ARN)).toBeUndefined();
    await store.save(WORKLOAD_ARN, triaged(3), undefined);
    expect(await store.load(WORKLOAD_ARN)).toEqual(triaged(3));
  });
});
