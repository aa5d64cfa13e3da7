/** Which workloads a project links, in two values: never other ones than their records say. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createLinkedWorkloadStore,
  type LinkedWorkloadStorage,
} from '../../../src/linked-workloads/linked-workload-store';
import { MemoryKeyValues } from '../../builders/key-values';
import { aLink, arnOf } from './a-link';

const ENDED = { reason: 'unlinked', at: 'then', by: 'an account' } as const;

async function linked(...numbers: readonly number[]): Promise<MemoryKeyValues> {
  const kvs = new MemoryKeyValues();
  for (const nth of numbers) await createLinkedWorkloadStore(kvs).save(aLink(nth));
  return kvs;
}

async function rosterIn(kvs: LinkedWorkloadStorage, projectId = '10000'): Promise<readonly string[]> {
  const { records } = await createLinkedWorkloadStore(kvs).rosterOf(projectId);
  return records.map(({ workloadArn }) => workloadArn);
}

describe('the roster of a project', () => {
  test('names its workloads in the order in which they were linked', async () => {
    expect(await rosterIn(await linked(2, 1, 3))).toEqual([2, 1, 3].map(arnOf));
  });

  test('is kept: two reads, however many workloads there are', async () => {
    const kvs = await linked(...Array.from({ length: 60 }, (_, nth) => nth));
    await rosterIn(kvs);
    let reads = 0;
    const counting: LinkedWorkloadStorage = {
      get: (key) => {
        reads += 1;
        return kvs.get(key);
      },
      set: (key, value, options) => kvs.set(key, value, options),
      delete: (key) => kvs.delete(key),
    };
    expect(await rosterIn(counting)).toHaveLength(60);
    expect(reads).toBe(2);
  });

  test.each<[what: string, change: (kvs: MemoryKeyValues) => Promise<unknown>, then: readonly number[]]>([
    ['another is linked', (kvs) => createLinkedWorkloadStore(kvs).save(aLink(3)), [1, 2, 3]],
    ['one is unlinked', (kvs) => createLinkedWorkloadStore(kvs).save(aLink(1, { ended: ENDED })), [2]],
    [
      'one is taken by another project',
      (kvs) => createLinkedWorkloadStore(kvs).save(aLink(2, { projectId: '10001' })),
      [1],
    ],
    [
      'another project links one',
      (kvs) => createLinkedWorkloadStore(kvs).save(aLink(9, { projectId: '10001' })),
      [1, 2],
    ],
  ])('changes once %s', async (_, change, then) => {
    const kvs = await linked(1, 2);
    expect(await rosterIn(kvs)).toEqual([1, 2].map(arnOf));
    await change(kvs);
    expect(await rosterIn(kvs)).toEqual(then.map(arnOf));
  });

  test('is not kept where a record cannot be read: that is told each time', async () => {
    const kvs = await linked(1, 2);
    const key = [...kvs.values.keys()].find((each) => each.startsWith('linked:'));
    await kvs.set(key ?? '', 'damaged');
    for (let look = 0; look < 2; look += 1) {
      const { records, problems } = await createLinkedWorkloadStore(kvs, () => undefined).rosterOf('10000');
      expect([records.length, problems.length]).toEqual([1, 1]);
    }
  });

  test('is right after whoever reads and writes at the same time, in whatever order their steps come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(3), async (scheduler, readers) => {
        const kvs = await linked(1, 2);
        const slow: LinkedWorkloadStorage = {
          get: (key) => scheduler.schedule(Promise.resolve()).then(() => kvs.get(key)),
          set: (key, value, options) =>
            scheduler.schedule(Promise.resolve()).then(() => kvs.set(key, value, options)),
          delete: (key) => kvs.delete(key),
        };
        const writes = [
          createLinkedWorkloadStore(slow).save(aLink(1, { ended: ENDED })),
          createLinkedWorkloadStore(slow).save(aLink(3)),
        ];
        const reads = Array.from({ length: readers }, () => rosterIn(slow));
        await scheduler.waitFor(Promise.all([...writes, ...reads]));
        expect(await rosterIn(kvs)).toEqual([2, 3].map(arnOf));
      }),
      { numRuns: 80 },
    );
  });
});
