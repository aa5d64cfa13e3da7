import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identityKey } from '../../../src/jira/ownership';
import { linkKey } from '../../../src/links/link-records';
import { createLinkStore, type WorkloadLinks } from '../../../src/links/link-store';
import type { Link } from '../../../src/review-entries/link';
import { MemoryKeyValues, stoppingAt, withBatches } from '../../builders/key-values';
import { linkAt, someLinks } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';

const OTHER_ARN = WORKLOAD_ARN.replace('eu-west-1', 'us-east-1');
const anyLinks = someLinks({ lenses: 2, pillars: 2, questions: 4, choices: 4 });

function bookOf(projectId: string, links: readonly Link[]): WorkloadLinks {
  const byIdentity = new Map(links.map((link) => [identityKey(link.identity), link]));
  return { projectId: links.length === 0 ? undefined : projectId, links: byIdentity };
}

function reopened(kvs: MemoryKeyValues, arn = WORKLOAD_ARN): Promise<WorkloadLinks> {
  return createLinkStore(kvs).load(arn);
}

/** A pillar of several shards; the titles' length decides where it is cut. */
function pillarOf(count: number, titleLength: (choice: number) => number, pillar = 0): readonly Link[] {
  return Array.from({ length: count }, (_, choice) =>
    linkAt({ lens: 0, pillar, question: 0, choice: choice + 100 }, '安'.repeat(titleLength(choice))),
  );
}

describe('the link store', () => {
  test('gives back what was saved, to whoever opens it later', async () => {
    await fc.assert(
      fc.asyncProperty(anyLinks, async (links) => {
        const kvs = new MemoryKeyValues();
        await createLinkStore(kvs).save(WORKLOAD_ARN, 'WA', links);
        expect(await reopened(kvs)).toEqual(bookOf('WA', links));
      }),
      { numRuns: 20 },
    );
  });

  test('knows nothing of a workload that was never synced', async () => {
    expect(await reopened(new MemoryKeyValues())).toEqual({ projectId: undefined, links: new Map() });
  });

  test('keeps workloads apart', async () => {
    const kvs = new MemoryKeyValues();
    const link = linkAt({ lens: 0, pillar: 0, question: 0, choice: 0 });
    await createLinkStore(kvs).save(WORKLOAD_ARN, 'WA', [link]);
    await createLinkStore(kvs).save(OTHER_ARN, 'KAN', []);
    expect(await reopened(kvs)).toEqual(bookOf('WA', [link]));
    expect(await reopened(kvs, OTHER_ARN)).toEqual(bookOf('KAN', []));
  });

  test('writes nothing for links that did not change, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(anyLinks, async (links) => {
        const kvs = new MemoryKeyValues();
        const store = createLinkStore(kvs);
        await store.save(WORKLOAD_ARN, 'WA', links);
        const { writes } = kvs;
        await store.save(WORKLOAD_ARN, 'WA', [...links].reverse());
        const later = createLinkStore(kvs);
        const { links: loaded } = await later.load(WORKLOAD_ARN);
        await later.save(WORKLOAD_ARN, 'WA', [...loaded.values()]);
        expect(kvs.writes).toBe(writes);
      }),
      { numRuns: 20 },
    );
  });

  test('reads nothing twice, however often it saves', async () => {
    const kvs = new MemoryKeyValues();
    const links = [0, 1, 2].map((pillar) => linkAt({ lens: 0, pillar, question: pillar, choice: 0 }));
    await createLinkStore(kvs).save(WORKLOAD_ARN, 'WA', links.slice(0, 2));
    const keys: string[] = [];
    const store = createLinkStore(
      withBatches({
        get: (key) => (keys.push(key), kvs.get(key)),
        set: kvs.set.bind(kvs),
        delete: kvs.delete.bind(kvs),
      }),
    );
    await store.load(WORKLOAD_ARN);
    for (const count of [2, 3, 1, 3]) await store.save(WORKLOAD_ARN, 'WA', links.slice(0, count));
    expect(keys).toHaveLength(3);
    expect(await reopened(kvs)).toEqual(bookOf('WA', links));
  });

  test('writes only the pillar that changed', async () => {
    const kvs = new MemoryKeyValues();
    const store = createLinkStore(kvs);
    const links = [0, 1, 2].map((pillar) => linkAt({ lens: 0, pillar, question: pillar, choice: 0 }));
    await store.save(WORKLOAD_ARN, 'WA', links);
    const { writes } = kvs;
    await store.save(WORKLOAD_ARN, 'WA', [{ ...links[0]!, summary: 'Renamed' }, links[1]!, links[2]!]);
    expect(kvs.writes).toBe(writes + 1);
  });

  test('forgets links that are left out, and leaves nothing behind', async () => {
    const kvs = new MemoryKeyValues();
    const store = createLinkStore(kvs);
    await store.save(
      WORKLOAD_ARN,
      'WA',
      pillarOf(200, () => 255),
    );
    await store.save(WORKLOAD_ARN, 'WA', []);
    expect(await reopened(kvs)).toEqual(bookOf('WA', []));
    expect([...kvs.values.keys()]).toEqual([linkKey(WORKLOAD_ARN)]);
  });

  test('keeps the project that the links belong to', async () => {
    const kvs = new MemoryKeyValues();
    const links = [linkAt({ lens: 1, pillar: 1, question: 1, choice: undefined })];
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', links);
    expect((await reopened(kvs)).projectId).toBe('10000');
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10001', links);
    expect((await reopened(kvs)).projectId).toBe('10001');
  });

  test('without an issue it belongs to no project, and nothing is stored', async () => {
    const kvs = new MemoryKeyValues();
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', []);
    expect((await reopened(kvs)).projectId).toBeUndefined();
    expect(kvs.writes).toBe(0);
  });
});

describe('a save that stops at any write', () => {
  /** Saves `before`, then `after` through a store that stops at write k, for every k. */
  async function sweep(before: readonly Link[], after: readonly Link[]): Promise<number> {
    const whole = new MemoryKeyValues();
    await createLinkStore(whole).save(WORKLOAD_ARN, 'WA', before);
    const start = whole.values;
    const start2 = new MemoryKeyValues(start);
    await createLinkStore(start2).save(WORKLOAD_ARN, 'WA', after);
    const keys = await keysWritten(new MemoryKeyValues(start), after);
    for (const k of stepsWorthStopping(keys)) {
      for (const when of ['before', 'after'] as const) {
        const kvs = new MemoryKeyValues(start);
        const store = createLinkStore(stoppingAt(kvs, k, when));
        await store.load(WORKLOAD_ARN);
        await expect(store.save(WORKLOAD_ARN, 'WA', after)).rejects.toThrow('Storage stopped');
        await expectNothingLost(kvs, before, after);
        const next = createLinkStore(kvs);
        await next.load(WORKLOAD_ARN);
        await next.save(WORKLOAD_ARN, 'WA', after);
        expect(await reopened(kvs)).toEqual(bookOf('WA', after));
        expect([...kvs.values.keys()].sort()).toEqual([...start2.values.keys()].sort());
      }
    }
    return keys.length;
  }

  async function keysWritten(kvs: MemoryKeyValues, links: readonly Link[]): Promise<readonly string[]> {
    const keys: string[] = [];
    const write = (key: string, act: () => Promise<void>) => (keys.push(key), act());
    const watched = withBatches({
      get: (key) => kvs.get(key),
      set: (key, value) => write(key, () => kvs.set(key, value)),
      delete: (key) => write(key, () => kvs.delete(key)),
    });
    await createLinkStore(watched).save(WORKLOAD_ARN, 'WA', links);
    return keys;
  }

  /** All of the links' writes; of those of the index, which come in long rows, the first and every 50th. */
  function stepsWorthStopping(keys: readonly string[]): readonly number[] {
    const isEntry = (key: string | undefined) => key?.startsWith('issue:') === true;
    return keys
      .map((_, index) => index + 1)
      .filter((k) => !isEntry(keys[k - 1]) || !isEntry(keys[k - 2]) || k % 50 === 0);
  }

  /** Each link that was and is to be kept is there, as it was or as it is to be. */
  async function expectNothingLost(kvs: MemoryKeyValues, before: readonly Link[], after: readonly Link[]) {
    const { links } = await reopened(kvs);
    const next = bookOf('WA', after).links;
    for (const link of before) {
      const key = identityKey(link.identity);
      const wanted = next.get(key);
      if (wanted) expect([link, wanted]).toContainEqual(links.get(key));
    }
  }

  const sweeps: readonly [words: string, before: readonly Link[], after: readonly Link[]][] = [
    [
      'the first save of several pillars',
      [],
      [0, 1, 2].map((pillar) => linkAt({ lens: 0, pillar, question: pillar, choice: 0 })),
    ],
    ['a pillar grows into a second value', pillarOf(60, () => 255), pillarOf(120, () => 255)],
    ['a pillar shrinks into one value', pillarOf(120, () => 255), pillarOf(60, () => 255)],
    ['titles grow: links move to later values', pillarOf(200, () => 10), pillarOf(200, () => 255)],
    [
      'titles shrink: links move to earlier values',
      pillarOf(200, () => 255),
      pillarOf(200, (nth) => (nth < 90 ? 200 : 255)),
    ],
    [
      'some grow, some shrink: links move both ways',
      pillarOf(240, (nth) => (nth < 120 ? 255 : 10)),
      pillarOf(240, (nth) => (nth < 60 ? 10 : 255)),
    ],
    [
      'questions change their pillars',
      [
        ...pillarOf(5, () => 5, 0),
        ...pillarOf(5, () => 5, 1).map((link) => ({
          ...link,
          identity: { ...link.identity, question: 'other' },
        })),
      ],
      [
        ...pillarOf(5, () => 5, 1),
        ...pillarOf(5, () => 5, 0).map((link) => ({
          ...link,
          identity: { ...link.identity, question: 'other' },
        })),
      ],
    ],
  ];

  test.each(sweeps)('%s', async (_words, before, after) => {
    expect(await sweep(before, after)).toBeGreaterThan(1);
  });

  test('any links to any links', async () => {
    await fc.assert(
      fc.asyncProperty(anyLinks, anyLinks, async (before, after) => {
        await sweep(before, after);
      }),
      { numRuns: 8 },
    );
  });
});
