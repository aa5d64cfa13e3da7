import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createLinkedWorkloadStore,
  type LinkedWorkloadStorage,
} from '../../../src/linked-workloads/linked-workload-store';
import { MemoryKeyValues } from '../../builders/key-values';
import { aLink, arnOf } from './a-link';

const names = (links: readonly { readonly workloadArn: string }[]) =>
  links.map(({ workloadArn }) => workloadArn);

describe('linked workloads in storage', () => {
  test('are found by their ARN, in the list of their project and in that of their connection', async () => {
    const store = createLinkedWorkloadStore(new MemoryKeyValues());
    await store.save(aLink(1));
    expect(await store.get(arnOf(1))).toEqual(aLink(1));
    expect(await store.ofProject('10000')).toEqual([aLink(1)]);
    expect(await store.ofConnection('c1')).toEqual([aLink(1)]);
    expect(await store.get(arnOf(2))).toBeUndefined();
    expect(await store.ofProject('10001')).toEqual([]);
    expect(await store.ofConnection('c2')).toEqual([]);
  });

  test('stay in the list when they end, and have one place in it however often they are saved', async () => {
    const store = createLinkedWorkloadStore(new MemoryKeyValues());
    const ended = aLink(1, { ended: { reason: 'unlinked', at: '2026-02-01T00:00:00.000Z', by: 'admin' } });
    await store.save(aLink(1));
    await store.save(aLink(2));
    await store.save(ended);
    expect(await store.ofProject('10000')).toEqual([ended, aLink(2)]);
  });

  test('have one project: the next one has it alone', async () => {
    const store = createLinkedWorkloadStore(new MemoryKeyValues());
    await store.save(aLink(1));
    await store.save(aLink(1, { projectId: '10001', connectionId: 'c2' }));
    expect([await store.ofProject('10000'), await store.ofConnection('c1')]).toEqual([[], []]);
    expect(names(await store.ofProject('10001'))).toEqual([arnOf(1)]);
    expect(names(await store.ofConnection('c2'))).toEqual([arnOf(1)]);
  });

  test('are all listed, however many there are', async () => {
    const store = createLinkedWorkloadStore(new MemoryKeyValues());
    const all = Array.from({ length: 31 }, (_, nth) => aLink(nth));
    for (const link of all) await store.save(link);
    expect(await store.ofProject('10000')).toEqual(all);
  });

  test('cost as good as nothing more to link where a thousand are linked', async () => {
    const kvs = new MemoryKeyValues();
    const count = { reads: 0 };
    const counted: LinkedWorkloadStorage = {
      get: (key) => ((count.reads += 1), kvs.get(key)),
      set: (key, value, options) => kvs.set(key, value, options),
      delete: (key) => kvs.delete(key),
    };
    const store = createLinkedWorkloadStore(counted);
    for (let nth = 0; nth < 1000; nth += 1) await store.save(aLink(nth));
    count.reads = 0;
    await store.save(aLink(1000));
    expect(count.reads).toBeLessThan(50);
    expect(await store.ofProject('10000')).toHaveLength(1001);
  });

  test('that are saved at the same time are all listed: none takes the place of another', async () => {
    const script = fc.record({ scheduler: fc.scheduler(), count: fc.integer({ min: 2, max: 6 }) });
    await fc.assert(
      fc.asyncProperty(script, async ({ scheduler, count }) => {
        const kvs = new MemoryKeyValues();
        const slow: LinkedWorkloadStorage = {
          get: (key) => scheduler.schedule(Promise.resolve()).then(() => kvs.get(key)),
          set: (key, value, options) =>
            scheduler.schedule(Promise.resolve()).then(() => kvs.set(key, value, options)),
          delete: (key) => kvs.delete(key),
        };
        const store = createLinkedWorkloadStore(slow);
        const links = Array.from({ length: count }, (_, nth) => aLink(nth));
        await scheduler.waitFor(Promise.all(links.map((link) => store.save(link))));
        const listed = await createLinkedWorkloadStore(kvs).ofProject('10000');
        expect([...names(listed)].sort()).toEqual(names(links));
      }),
      { numRuns: 60 },
    );
  });
});

describe('storage that fails', () => {
  /** Fails at the nth write, before or after doing it. */
  function failing(kvs: MemoryKeyValues, nth: number, when: 'before' | 'after'): LinkedWorkloadStorage {
    let writes = 0;
    return {
      get: (key) => kvs.get(key),
      delete: (key) => kvs.delete(key),
      async set(key, value, options) {
        writes += 1;
        if (writes === nth && when === 'before') throw new Error('Storage failed');
        await kvs.set(key, value, options);
        if (writes === nth) throw new Error('Storage failed');
      },
    };
  }

  test.each([
    [1, 'before'],
    [2, 'before'],
    [3, 'before'],
    [4, 'before'],
    [4, 'after'],
    [5, 'before'],
  ] as const)('write %d fails %s it is done: saving again lists the link, once', async (nth, when) => {
    const kvs = new MemoryKeyValues();
    await createLinkedWorkloadStore(kvs).save(aLink(1));
    const store = createLinkedWorkloadStore(failing(kvs, nth, when));
    await expect(store.save(aLink(2))).rejects.toThrow('Storage failed');
    const isSaved = nth === 5 || when === 'after';
    expect(await store.ofProject('10000')).toEqual(isSaved ? [aLink(1), aLink(2)] : [aLink(1)]);
    await store.save(aLink(2));
    expect(await store.ofProject('10000')).toEqual([aLink(1), aLink(2)]);
    expect(await store.ofConnection('c1')).toEqual([aLink(1), aLink(2)]);
  });

  test("a claim whose answer is lost is no failure: the place is the name's", async () => {
    const kvs = new MemoryKeyValues();
    await createLinkedWorkloadStore(failing(kvs, 2, 'after')).save(aLink(1));
    expect(await createLinkedWorkloadStore(kvs).ofProject('10000')).toEqual([aLink(1)]);
    expect([...kvs.values.keys()].filter((key) => key.startsWith('linked-of'))).toHaveLength(1);
  });
});
