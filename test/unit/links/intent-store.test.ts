import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../src/links/intent-store';
import { intentsOf } from '../../builders/guarded';
import { MemoryKeyValues } from '../../builders/key-values';
import { WORKLOAD_ARN } from '../../builders/review';

const INTENT: Intent = { runId: 'run-1', at: 1000, projectId: '10000', afterNumber: 7, items: ['a', 'b'] };

describe('the intent store', () => {
  test('gives back what was announced, until it is cleared', async () => {
    const kvs = new MemoryKeyValues();
    const store = intentsOf(kvs);
    expect(await store.load(WORKLOAD_ARN)).toBeUndefined();
    await store.save(WORKLOAD_ARN, INTENT);
    expect(await intentsOf(kvs).load(WORKLOAD_ARN)).toEqual(INTENT);
    await store.clear(WORKLOAD_ARN);
    expect(await store.load(WORKLOAD_ARN)).toBeUndefined();
  });

  test('reads what stands there once, however often it is written, and keeps what it does not know of it', async () => {
    const kvs = new MemoryKeyValues();
    await intentsOf(kvs).save(WORKLOAD_ARN, INTENT);
    const [[key, text] = ['', '']] = kvs.values;
    kvs.values.set(key, JSON.stringify({ ...(JSON.parse(text) as object), later: 'member' }));
    let reads = 0;
    const get = kvs.get.bind(kvs);
    kvs.get = (each) => ((reads += 1), get(each));
    const store = intentsOf(kvs);
    for (const at of [2000, 3000]) await store.save(WORKLOAD_ARN, { ...INTENT, at });
    expect(reads).toBe(1);
    expect(JSON.parse(kvs.values.get(key) ?? '')).toMatchObject({ at: 3000, later: 'member' });
    await store.clear(WORKLOAD_ARN);
    await store.save(WORKLOAD_ARN, INTENT);
    expect(reads).toBe(1);
    expect(JSON.parse(kvs.values.get(key) ?? '')).not.toHaveProperty('later');
  });

  test('keeps workloads apart', async () => {
    const store = intentsOf(new MemoryKeyValues());
    await store.save(WORKLOAD_ARN, { ...INTENT, hidden: ['10001'] });
    expect(await store.load(`${WORKLOAD_ARN}0`)).toBeUndefined();
    expect((await store.load(WORKLOAD_ARN))?.hidden).toEqual(['10001']);
  });
});
