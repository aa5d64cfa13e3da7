/** Which issues are a review's: what is linked wins over what says so of itself. */
import { expect, test } from '@jest/globals';
import type { Identity, OurIssue } from '../../../src/jira/model';
import { identityKey } from '../../../src/jira/ownership';
import { linkedFirst, othersRemarks } from '../../../src/sync/linked-first';
import { linkAt } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';

const KEYS: Identity = linkAt({ lens: 0, pillar: 0, question: 0, choice: 0 }).identity;
const DOORS: Identity = linkAt({ lens: 0, pillar: 0, question: 0, choice: 1 }).identity;

/** An issue with the mark of an item; all else of it does not matter here. */
function marked(id: string, identity: Identity): OurIssue {
  const property = { v: 1, hash: '', ...identity } as const;
  return { id, key: `WA-${id}`, summary: `Issue ${id}`, property } as OurIssue;
}

function sorted(issues: readonly OurIssue[], linked: readonly (readonly [Identity, issueId: string])[]) {
  const links = linked.map(([identity, issueId]): [string, ReturnType<typeof linkAt>] => [
    identityKey(identity),
    { ...linkAt({ lens: 0, pillar: 0, question: 0, choice: 0 }), identity, issueId },
  ]);
  const found = linkedFirst(issues, { projectId: '10000', links: new Map(links) });
  return { issues: found.issues.map(({ id }) => id), others: found.others.map(({ id }) => id) };
}

test.each([
  ['linked as what it says', [marked('1', KEYS)], [[KEYS, '1']], ['1'], []],
  ['linked, beside a copy', [marked('1', KEYS), marked('2', KEYS)], [[KEYS, '1']], ['1'], ['2']],
  [
    'linked, after copies',
    [marked('2', KEYS), marked('3', KEYS), marked('9', KEYS)],
    [[KEYS, '9']],
    ['9'],
    ['2', '3'],
  ],
  ['not linked, as the store was lost', [marked('1', KEYS)], [], ['1'], []],
  [
    'two that are not linked: a conflict of the plan',
    [marked('1', KEYS), marked('2', KEYS)],
    [],
    ['1', '2'],
    [],
  ],
  ['not linked, while the linked one is not there', [marked('2', KEYS)], [[KEYS, '1']], ['2'], []],
  ['linked, and marked as another item by somebody', [marked('1', DOORS)], [[KEYS, '1']], [], ['1']],
  [
    'linked, marked as an item that has its issue',
    [marked('1', DOORS), marked('2', DOORS)],
    [
      [KEYS, '1'],
      [DOORS, '2'],
    ],
    ['2'],
    ['1'],
  ],
  [
    'two whose marks somebody exchanged',
    [marked('1', DOORS), marked('2', KEYS)],
    [
      [KEYS, '1'],
      [DOORS, '2'],
    ],
    [],
    ['1', '2'],
  ],
  [
    'linked as two items',
    [marked('1', DOORS)],
    [
      [KEYS, '1'],
      [DOORS, '1'],
    ],
    ['1'],
    [],
  ],
] as const)('%s', (_what, issues, linked, expected, others) => {
  expect(sorted(issues, linked)).toEqual({ issues: expected, others });
});

test('copies are told one by one up to a bound, and counted beyond', () => {
  const copies = Array.from({ length: 5000 }, (_, nth) => marked(String(nth), { workload: WORKLOAD_ARN }));
  const told = othersRemarks(copies, 'Web shop');
  expect(told).toHaveLength(21);
  expect(told[0]).toEqual({ key: 'WA-0', title: 'Issue 0', code: 'says-it-belongs', params: {} });
  expect(told[20]).toEqual({ title: 'Web shop', code: 'more-say-they-belong', params: { issues: 4980 } });
  expect(othersRemarks(copies.slice(0, 20), 'Web shop')).toHaveLength(20);
  expect(othersRemarks([], 'Web shop')).toEqual([]);
});
