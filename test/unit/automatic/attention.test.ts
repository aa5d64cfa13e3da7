import { describe, expect, test } from '@jest/globals';
import { createAttentionStore, type Attention } from '../../../src/automatic/attention';
import { asReason } from '../../../src/reason';
import { MemoryKeyValues } from '../../builders/key-values';
import { arnOf } from './workloads';

const REFUSED: Attention = {
  why: 'refused',
  runId: 'run-1',
  reasons: [{ code: 'closes-many', params: { moving: 40, there: 60 } }],
  at: '2026-01-02T00:00:00.000Z',
};

describe('what waits for a person', () => {
  test('is told of its workload until a round has worked', async () => {
    const kvs = new MemoryKeyValues();
    const store = createAttentionStore(kvs);
    await store.set(arnOf(1), REFUSED);
    expect(await createAttentionStore(kvs).get(arnOf(1))).toEqual(REFUSED);
    expect(await store.get(arnOf(2))).toBeUndefined();
    const failed: Attention = { why: 'failed', reasons: [asReason('Jira is down.')], at: REFUSED.at };
    await store.set(arnOf(1), failed);
    expect(await store.get(arnOf(1))).toEqual(failed);
    await store.clear(arnOf(1));
    expect(await store.get(arnOf(1))).toBeUndefined();
  });

  test('clearing where nothing waits writes nothing', async () => {
    const kvs = new MemoryKeyValues();
    await createAttentionStore(kvs).clear(arnOf(1));
    expect(kvs.writes).toBe(0);
  });
});
