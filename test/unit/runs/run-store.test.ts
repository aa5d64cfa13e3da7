import { describe, expect, test } from '@jest/globals';
import type { PlannedChange } from '../../../src/contract';
import type { Run } from '../../../src/runs/model';
import { createRunStore } from '../../../src/runs/run-store';
import { MemoryKeyValues } from '../../builders/key-values';
import { WORKLOAD_ARN } from '../../builders/review';

const RUN: Run = {
  id: 'run-1',
  site: 'https://site.example.invalid',
  startedBy: '557058:00000000-0000-4000-8000-0000000000a3',
  workloadArn: WORKLOAD_ARN,
  projectId: '10000',
  mode: 'sync',
  selection: { questionIds: ['q1'] },
  recreate: false,
  settle: [],
  confirm: false,
  state: 'queued',
  workloadName: '',
  step: '',
  progress: { done: 0, total: 0 },
  troubles: 0,
  wake: 0,
  lane: 0,
  revivals: 0,
  notBefore: 0,
  tally: { updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 0 },
  calls: { jira: 0, aws: 0 },
};

const change = (nth: number): PlannedChange => ({
  kind: 'close',
  key: `WA-${nth}`,
  title: 't',
  reason: { code: 'r', params: {} },
});

describe('the run store', () => {
  test('gives back a run, to whoever opens it', async () => {
    const kvs = new MemoryKeyValues();
    await createRunStore(kvs).save(RUN);
    expect(await createRunStore(kvs).load('run-1')).toEqual(RUN);
    expect(await createRunStore(kvs).load('run-2')).toBeUndefined();
  });

  test.each([
    [0, 1],
    [1, 1],
    [500, 1],
    [501, 2],
    [1001, 3],
  ])('a plan of %i changes has %i pages, and they hold each change once', async (count, pages) => {
    const store = createRunStore(new MemoryKeyValues());
    const changes = Array.from({ length: count }, (_, nth) => change(nth));
    expect(await store.savePlan('run-1', changes)).toBe(pages);
    const read: PlannedChange[] = [];
    for (let page = 0; page < pages; page++) read.push(...(await store.loadPlanPage('run-1', page))!);
    expect(read).toEqual(changes);
    expect(await store.loadPlanPage('run-1', pages)).toBeUndefined();
  });

  test('knows which changes a run may apply, once it was told', async () => {
    const store = createRunStore(new MemoryKeyValues());
    expect(await store.approved('run-1')).toBeUndefined();
    await store.approve('run-1', ['a', 'b']);
    expect(await store.approved('run-1')).toEqual(new Set(['a', 'b']));
    await store.approve('run-2', []);
    expect(await store.approved('run-2')).toEqual(new Set());
  });
});
