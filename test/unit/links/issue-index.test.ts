import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BatchKeyValues } from '../../../src/key-values';
import { createIssueIndex, indexChanges } from '../../../src/links/issue-index';
import { createLinkStore } from '../../../src/links/link-store';
import type { Link } from '../../../src/review-entries/link';
import { MemoryKeyValues, stoppingAt, withBatches } from '../../builders/key-values';
import { linkAt, someLinks } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';

const anyLinks = someLinks({ lenses: 2, pillars: 2, questions: 4, choices: 4 });
/** Whose issues are another's after a while: made again, or their properties swapped by hand. */
const anyRelinked = fc
  .tuple(anyLinks, fc.array(fc.nat(30), { minLength: 60, maxLength: 60 }))
  .map(([links, ids]) => links.map((link, nth) => ({ ...link, issueId: `${ids[nth]! + 60 * (nth % 2)}` })))
  .map((links) => [...new Map(links.map((link) => [link.issueId, link])).values()]);

const TASK = linkAt({ lens: 0, pillar: 0, question: 3, choice: undefined });
const SUBTASK = linkAt({ lens: 0, pillar: 0, question: 3, choice: 1 });
const EPIC: Link = { ...TASK, identity: { workload: WORKLOAD_ARN }, issueId: '10001' };
const placeOf = ({ identity: { workload, lens, question } }: Link) =>
  JSON.parse(JSON.stringify({ workloadArn: workload, lens, question })) as unknown;

/** The storage, and which entries of the index were written since. */
function watched(inner: MemoryKeyValues) {
  const written: string[] = [];
  let batches = 0;
  const write = (key: string) => {
    if (key.startsWith('issue:')) written.push(key.slice('issue:'.length));
  };
  const kvs = withBatches({
    get: (key) => inner.get(key),
    set: (key, value) => (write(key), inner.set(key, value)),
    delete: (key) => (write(key), inner.delete(key)),
  });
  const batchSet: BatchKeyValues['batchSet'] = (items) => ((batches += 1), kvs.batchSet(items));
  return { kvs: { ...kvs, batchSet }, written, batches: () => batches };
}

describe('the question of an issue', () => {
  test('is that of its Task and of its Sub-tasks; an Epic has none', async () => {
    const kvs = new MemoryKeyValues();
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [EPIC, TASK, SUBTASK]);
    const index = createIssueIndex(kvs);
    const { lens, question } = TASK.identity;
    expect(await index.questionOf(TASK.issueId)).toEqual({ workloadArn: WORKLOAD_ARN, lens, question });
    expect(await index.questionOf(SUBTASK.issueId)).toEqual(await index.questionOf(TASK.issueId));
    expect(await index.questionOf(EPIC.issueId)).toEqual({ workloadArn: WORKLOAD_ARN });
    expect(await index.questionOf('99999')).toBeUndefined();
  });

  test('is written for links that are new, and for no other', async () => {
    const { kvs, written } = watched(new MemoryKeyValues());
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [TASK]);
    const store = createLinkStore(kvs);
    await store.save(WORKLOAD_ARN, '10000', [{ ...TASK, summary: 'Renamed' }, SUBTASK]);
    await store.save(WORKLOAD_ARN, '10000', [TASK, SUBTASK]);
    expect(written).toEqual([TASK.issueId, SUBTASK.issueId]);
  });

  test('follows when a link gets another issue; that of the old one is forgotten', async () => {
    const inner = new MemoryKeyValues();
    const { kvs, written } = watched(inner);
    const store = createLinkStore(kvs);
    await store.save(WORKLOAD_ARN, '10000', [TASK]);
    await store.save(WORKLOAD_ARN, '10000', [{ ...TASK, issueId: '10777' }]);
    expect(written).toEqual([TASK.issueId, '10777', TASK.issueId]);
    const index = createIssueIndex(inner);
    expect(await index.questionOf('10777')).toEqual(placeOf(TASK));
    expect(await index.questionOf(TASK.issueId)).toBeUndefined();
  });

  test('is written in batches of 25, as many as Forge takes', async () => {
    const { kvs, written, batches } = watched(new MemoryKeyValues());
    const links = Array.from({ length: 120 }, (_, nth) => ({ ...SUBTASK, issueId: `${20000 + nth}` }));
    await createIssueIndex(kvs).put(links);
    expect(written).toHaveLength(120);
    expect(batches()).toBe(5);
  });

  test('that storage refuses ends the save with its name', async () => {
    const kvs = new MemoryKeyValues();
    const refusing: BatchKeyValues = {
      ...withBatches(kvs),
      get: (key) => kvs.get(key),
      batchSet: (items) => Promise.resolve({ failedKeys: items.slice(1) }),
    };
    const saved = createIssueIndex(refusing).put([TASK, SUBTASK]);
    await expect(saved).rejects.toThrow(`issue:${SUBTASK.issueId}`);
  });

  test('a save that changes nothing writes nothing, also where two links name one issue', async () => {
    const kvs = new MemoryKeyValues();
    const other = linkAt({ lens: 0, pillar: 1, question: 2, choice: 1 });
    const links = [TASK, { ...other, issueId: TASK.issueId }];
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', links);
    const { writes } = kvs;
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [...links].reverse());
    expect(kvs.writes).toBe(writes);
  });
});

describe('links of any issues to any others', () => {
  test('stopping at any write, every stored link has an entry, and the next save makes all of them right', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelinked, anyRelinked, fc.nat(), fc.boolean(), async (before, after, nth, done) => {
        const kvs = new MemoryKeyValues();
        await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', before);
        const whole = new MemoryKeyValues(kvs.values);
        await createLinkStore(whole).save(WORKLOAD_ARN, '10000', after);
        fc.pre(whole.writes > 0);
        const broken = stoppingAt(kvs, 1 + (nth % whole.writes), done ? 'after' : 'before');
        await expect(createLinkStore(broken).save(WORKLOAD_ARN, '10000', after)).rejects.toThrow('stopped');

        const index = createIssueIndex(kvs);
        const { links } = await createLinkStore(kvs).load(WORKLOAD_ARN);
        for (const { issueId } of links.values()) expect(await index.questionOf(issueId)).toBeDefined();
        for (const next of [before, after]) {
          const then = new MemoryKeyValues(kvs.values);
          await createLinkStore(then).save(WORKLOAD_ARN, '10000', next);
          for (const link of next) {
            expect(await createIssueIndex(then).questionOf(link.issueId)).toEqual(placeOf(link));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('afterwards the index holds the issues of the links and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelinked, anyRelinked, async (before, after) => {
        const kvs = new MemoryKeyValues();
        await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', before);
        await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', after);
        const entries = [...kvs.values.keys()].filter((key) => key.startsWith('issue:')).sort();
        expect(entries).toEqual(after.map(({ issueId }) => `issue:${issueId}`).sort());
      }),
      { numRuns: 30 },
    );
  });

  test('equal links change nothing; what was left unsettled is written again', () => {
    fc.assert(
      fc.property(anyRelinked, (links) => {
        expect(indexChanges(links, links, [])).toEqual({ put: [], drop: [], unsettled: [] });
        const ids = links.map(({ issueId }) => issueId);
        expect(indexChanges(links, links, ids)).toEqual({ put: links, drop: [], unsettled: ids });
      }),
      { numRuns: 30 },
    );
  });
});
