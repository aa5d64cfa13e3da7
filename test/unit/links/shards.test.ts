import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cut, MAX_SHARD_BYTES } from '../../../src/links/shards';
import type { Link } from '../../../src/review-entries/link';
import { VALUE_LIMIT } from '../../builders/key-values';
import { linkAt, someLinks } from '../../builders/links';

const anyLinks = someLinks({ lenses: 3, pillars: 3, questions: 200, choices: 20 });

function bytesOf(links: readonly Link[]): number {
  return Buffer.byteLength(JSON.stringify(links), 'utf8');
}

/** A pillar with this many best practices, its titles as long as Jira takes, in the widest script. */
function widePillar(count: number): readonly Link[] {
  return Array.from({ length: count }, (_, choice) =>
    linkAt({ lens: 0, pillar: 0, question: choice % 7, choice }, '安'.repeat(255)),
  );
}

const TASK = { lens: 0, pillar: 0, question: 0, choice: undefined };

describe('links in storage values', () => {
  test('every link stands in one shard, and none is invented', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const stored = cut(links).flatMap((shard) => shard.links);
        expect(stored).toHaveLength(links.length);
        expect(new Set(stored)).toEqual(new Set(links));
      }),
    );
  });

  test('equal links give equal shards, whatever their order', () => {
    fc.assert(
      fc.property(
        anyLinks.chain((links) =>
          fc.tuple(fc.constant(links), fc.shuffledSubarray(links, { minLength: links.length })),
        ),
        ([links, shuffled]) => {
          expect(cut(shuffled)).toEqual(cut(links));
        },
      ),
    );
  });

  test.each([1, 60, 100, 101, 500, 1200])('%i links of the widest kind stay under the limit', (count) => {
    const shards = cut(widePillar(count));
    for (const { links } of shards) expect(bytesOf(links)).toBeLessThanOrEqual(MAX_SHARD_BYTES + 2);
    expect(shards.flatMap(({ links }) => links)).toHaveLength(count);
  });

  test('two shards fit into one value', () => {
    expect(2 * MAX_SHARD_BYTES).toBeLessThanOrEqual(VALUE_LIMIT - 16 * 1024);
  });

  test('a pillar is cut only where it is too large', () => {
    expect(cut(widePillar(20))).toHaveLength(1);
    const shards = cut(widePillar(500));
    const needed = Math.ceil(bytesOf(widePillar(500)) / MAX_SHARD_BYTES);
    expect(shards.length).toBeGreaterThan(1);
    expect(shards.length).toBeLessThanOrEqual(needed + 1);
  });

  test('names differ, fit a storage key, and say nothing of lens or pillar', () => {
    const links = [0, 1].flatMap((lens) =>
      [0, 1].map((pillar) => linkAt({ lens, pillar, question: pillar, choice: 1 })),
    );
    const names = cut([...links, ...widePillar(300)]).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}\.\d+$/);
  });

  test('the Epic has a shard of its own', () => {
    const { identity, issueId, summary, descriptionHash, labels, synced } = linkAt(TASK);
    const { workload } = identity;
    const epic: Link = { identity: { workload }, issueId, summary, descriptionHash, labels, synced };
    const shards = cut([epic, linkAt(TASK)]);
    expect(shards).toHaveLength(2);
  });

  test('no links, no shards', () => {
    expect(cut([])).toEqual([]);
  });
});
