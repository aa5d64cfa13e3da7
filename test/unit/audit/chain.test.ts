import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { append, chainOf, expectedOf, missingAtEnd, verify, type ChainHead } from '../../../src/audit/chain';

const START: ChainHead = { chain: 'site', number: 0, hash: '', position: '' };
const ARN = 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef';

function chainOfLength(length: number) {
  const entries = Array.from({ length }, (_, index) => ({
    position: `2031-01-01T00:00:00.000Z.${String(index).padStart(5, '0')}`,
    action: `deed ${index}`,
  }));
  return append(START, entries);
}

/** What a check finds of entries as they stand, the oldest first; each page of `size`. */
function flawsOf(entries: readonly object[], head: ChainHead, size = 100): readonly string[] {
  const newest = [...entries].reverse() as Parameters<typeof verify>[0];
  let next = expectedOf(head);
  const flaws = [];
  for (let at = 0; at < newest.length; at += size) {
    const found = verify(newest.slice(at, at + size), next);
    flaws.push(...found.flaws);
    next = found.next;
  }
  return [...flaws, ...missingAtEnd(next)].map(({ kind }) => kind);
}

describe('a chain', () => {
  test('as it was written has no flaw, however its pages are cut', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 9 }), (length, size) => {
        const { entries, head } = chainOfLength(length);
        expect(flawsOf(entries, head, size)).toEqual([]);
      }),
    );
  });

  test('begins at its oldest kept entry', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 19 }), (length, expired) => {
        const { entries, head } = chainOfLength(length + 1);
        expect(flawsOf(entries.slice(Math.min(expired, length)), head)).toEqual([]);
      }),
    );
  });

  const TEN = chainOfLength(10);
  test.each([
    ['an entry was changed', TEN.entries.with(4, { ...TEN.entries[4]!, action: 'nothing' }), ['changed']],
    ['one is missing', TEN.entries.toSpliced(4, 1), ['missing']],
    ['three are missing', TEN.entries.toSpliced(4, 3), ['missing']],
    ['the newest are missing', TEN.entries.slice(0, 8), ['newest-missing']],
    ['all are missing', [], ['newest-missing']],
    ['one was written anew', TEN.entries.with(4, chainOfLength(5).entries[3]!), ['unlinked', 'missing']],
  ])('in which %s tells it', (_, entries, flaws) => {
    expect(flawsOf(entries, TEN.head)).toEqual(expect.arrayContaining(flaws));
  });

  test('in which one member of one entry differs, or one entry is not there, has a flaw', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.boolean(), (length, nth, remove) => {
        const { entries, head } = chainOfLength(length);
        // The oldest may be gone: it has expired.
        const at = 1 + (nth % (length - 1));
        const otherwise = remove
          ? entries.toSpliced(at, 1)
          : entries.with(at, { ...entries[at]!, action: `${entries[at]!.action}.` });
        expect(flawsOf(otherwise, head)).not.toEqual([]);
      }),
    );
  });
});

test.each([
  ['the site', undefined, undefined, /^site$/],
  ['a project', '10001', undefined, /^project:10001$/],
  ['a workload of a project', '10001', ARN, /^workload:10001:[0-9a-f]{16}$/],
])('%s has a chain of its own', (_, projectId, workload, name) => {
  expect(chainOf(projectId, workload)).toMatch(name);
});
