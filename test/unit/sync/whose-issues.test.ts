/** Which issues are a review's: what an issue says of itself proves nothing. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnyIssue, Identity, OurIssue } from '../../../src/jira/model';
import { identityKey } from '../../../src/jira/ownership';
import type { QuestionRef } from '../../../src/links/issue-index';
import type { Link } from '../../../src/review-entries/link';
import { othersRemarks } from '../../../src/sync/others-remarks';
import { sortIssues } from '../../../src/sync/whose-issues';
import { CREATORS } from '../../builders/board';
import { linkAt } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';

const HOME = '10000';
const ELSEWHERE = '10001';
const LINK = linkAt({ lens: 0, pillar: 0, question: 0, choice: 0 });
const KEYS: Identity = LINK.identity;
const DOORS: Identity = linkAt({ lens: 0, pillar: 0, question: 0, choice: 1 }).identity;
const { choice: _, ...TASK } = KEYS;
const OTHER_WORKLOAD: Identity = { ...KEYS, workload: `${WORKLOAD_ARN}0` };

/** An issue by the app in the linked project; all else of it does not matter here. */
function issue(id: string, says: Identity | undefined, more: Partial<OurIssue> = {}): AnyIssue {
  const property = says && ({ v: 1, hash: '', ...says } as const);
  const usual = { key: `WA-${id}`, summary: `Issue ${id}`, projectId: HOME, creator: CREATORS.app };
  return { id, ...usual, ...more, property } as AnyIssue;
}

const planted = (id: string, says: Identity) => issue(id, says, { creator: CREATORS.person });

interface Case {
  readonly found: readonly AnyIssue[];
  readonly linked?: readonly (readonly [Identity, issueId: string])[];
  readonly index?: Readonly<Record<string, QuestionRef>>;
  readonly announced?: readonly string[];
}

function sort({ found, linked = [], index = {}, announced = [] }: Case) {
  return sortIssues(found, {
    workloadArn: WORKLOAD_ARN,
    projectId: HOME,
    account: CREATORS.app.accountId,
    mayAdopt: linked.length === 0,
    links: linksOf(linked),
    indexed: new Map(Object.entries(index)),
    announced: new Set(announced),
  });
}

function linksOf(linked: NonNullable<Case['linked']>): ReadonlyMap<string, Link> {
  return new Map(
    linked.map(([identity, issueId]) => [identityKey(identity), { ...LINK, identity, issueId }]),
  );
}

const asTask: QuestionRef = {
  workloadArn: WORKLOAD_ARN,
  ...(KEYS.lens === undefined ? {} : { lens: KEYS.lens }),
  ...(KEYS.question === undefined ? {} : { question: KEYS.question }),
};

/** `item`: that the issue counts as; by default what it says. */
const OURS: readonly [string, Case, item?: Identity][] = [
  ['linked as what it says', { found: [issue('1', KEYS)], linked: [[KEYS, '1']] }],
  ['linked, by whomever', { found: [planted('1', KEYS)], linked: [[KEYS, '1']] }],
  ['linked, moved elsewhere', { found: [issue('1', KEYS, { projectId: ELSEWHERE })], linked: [[KEYS, '1']] }],
  [
    'linked, and marked as another item by somebody',
    { found: [issue('1', DOORS)], linked: [[KEYS, '1']] },
    KEYS,
  ],
  [
    'linked, and marked as of another workload',
    { found: [issue('1', OTHER_WORKLOAD)], linked: [[KEYS, '1']] },
    KEYS,
  ],
  ['linked, its mark deleted by somebody', { found: [issue('1', undefined)], linked: [[KEYS, '1']] }, KEYS],
  [
    'linked as two items, as which it says',
    {
      found: [issue('1', DOORS)],
      linked: [
        [KEYS, '1'],
        [DOORS, '1'],
      ],
    },
  ],
  ['not linked, made by the app in the linked project', { found: [issue('1', KEYS)] }],
  [
    'the same, announced since the linked one was lost',
    { found: [issue('1', KEYS)], linked: [[KEYS, '2']], announced: ['1'] },
  ],
  [
    'the same, and the index knows it as of its question',
    { found: [issue('1', KEYS)], index: { 1: asTask } },
  ],
  [
    'made by the app below its own Task, which was moved',
    { found: [issue('1', KEYS, { projectId: ELSEWHERE, parentId: '9' })], linked: [[TASK, '9']] },
  ],
  [
    'made by a create whose answer was lost, and moved since',
    { found: [issue('1', KEYS, { projectId: ELSEWHERE })], announced: ['1'] },
  ],
];

test.each(OURS)('ours: %s', (...[, example, item]) => {
  const { issues, others } = sort(example);
  const [found] = example.found;
  expect(others).toEqual([]);
  expect(issues.map(({ id, property }) => [id, identityKey(property)])).toEqual([
    [found?.id, identityKey(item ?? found!.property!)],
  ]);
});

test('a mark that says otherwise reads as old, so that it is written anew', () => {
  const [ours] = sort({ found: [issue('1', DOORS)], linked: [[KEYS, '1']] }).issues;
  expect(ours?.property).toEqual({ v: 1, ...KEYS, hash: '' });
});

const OTHERS: readonly [string, Case][] = [
  ['a copy beside the linked one', { found: [issue('1', KEYS), planted('2', KEYS)], linked: [[KEYS, '1']] }],
  ['the same by the app itself', { found: [issue('1', KEYS), issue('2', KEYS)], linked: [[KEYS, '1']] }],
  ['a copy by the app, while the linked one is hidden', { found: [issue('2', KEYS)], linked: [[KEYS, '1']] }],
  ['by a person, in the linked project', { found: [planted('2', KEYS)] }],
  ['by a person, while a create is unanswered', { found: [planted('2', KEYS)], announced: ['2'] }],
  [
    'by a person, below our own Task',
    { found: [issue('2', KEYS, { creator: CREATORS.person, parentId: '9' })], linked: [[TASK, '9']] },
  ],
  ['by the app, in another project', { found: [issue('2', KEYS, { projectId: ELSEWHERE })] }],
  [
    'by the app, in another project, below an issue that says it is our Task',
    { found: [issue('2', KEYS, { projectId: ELSEWHERE, parentId: '8' })], linked: [[TASK, '9']] },
  ],
  [
    'by the app for another workload, as the index knows',
    { found: [issue('2', KEYS)], index: { 2: { ...asTask, workloadArn: `${WORKLOAD_ARN}0` } } },
  ],
  [
    'by the app for another question, as the index knows',
    { found: [issue('2', KEYS)], index: { 2: { ...asTask, question: 'another' } } },
  ],
  [
    'by the app for the Epic, as the index knows',
    { found: [issue('2', KEYS)], index: { 2: { workloadArn: WORKLOAD_ARN } } },
  ],
  [
    'by another app, where the workload has links',
    { found: [issue('2', KEYS, { creator: CREATORS.earlier })], linked: [[DOORS, '7']] },
  ],
  [
    'by nobody that Jira knows, where the workload has links',
    { found: [issue('2', KEYS, { creator: undefined })], linked: [[DOORS, '7']] },
  ],
  [
    'by another app, in another project',
    {
      found: [issue('2', KEYS, { creator: CREATORS.earlier, projectId: ELSEWHERE })],
    },
  ],
];

test.each(OTHERS)('not ours, and told: %s', (_what, example) => {
  const { issues, others, adoptable } = sort(example);
  expect(issues.map(({ id }) => id)).not.toContain('2');
  expect(others.map(({ id }) => id)).toEqual(['2']);
  expect(adoptable).toEqual([]);
});

test('what says that it is of another workload is nobody of ours, and not told', () => {
  expect(sort({ found: [issue('1', OTHER_WORKLOAD)] })).toEqual({ issues: [], others: [], adoptable: [] });
});

test('two that the app made and that say the same are both ours: a conflict of the plan', () => {
  const { issues } = sort({ found: [issue('1', KEYS), issue('2', KEYS)] });
  expect(issues.map(({ id }) => id)).toEqual(['1', '2']);
});

test.each([
  ['another app account', CREATORS.earlier],
  ['nobody that Jira knows any more', undefined],
])('where nothing is linked, what %s made there may be adopted', (_what, creator) => {
  const found = [issue('1', KEYS, { creator }), planted('2', KEYS)];
  const { issues, others, adoptable } = sort({ found });
  expect([issues, others, adoptable].map((each) => each.map(({ id }) => id))).toEqual([[], ['2'], ['1']]);
});

describe('whatever people and apps plant', () => {
  const identity = fc.constantFrom(KEYS, DOORS, TASK, OTHER_WORKLOAD, undefined);
  const anyIssue = fc
    .record({
      says: identity,
      creator: fc.constantFrom(CREATORS.person, CREATORS.earlier, undefined),
      projectId: fc.constantFrom(HOME, ELSEWHERE),
      parentId: fc.constantFrom('9', '8', undefined),
    })
    .map(
      ({ says, ...more }) =>
        (id: string) =>
          issue(id, says, more),
    );
  const own = [issue('9', TASK), issue('7', DOORS)];
  const linked = [
    [TASK, '9'],
    [DOORS, '7'],
  ] as const;

  test('changes nothing of what is ours', () => {
    fc.assert(
      fc.property(fc.array(anyIssue), (more) => {
        const found = [...more.map((make, nth) => make(`p${nth}`)), ...own];
        const { issues, adoptable } = sort({ found, linked, announced: found.map(({ id }) => id) });
        expect(issues).toEqual(sort({ found: own, linked }).issues);
        expect(adoptable).toEqual([]);
      }),
    );
  });
});

test('others are told one by one up to a bound, and counted beyond', () => {
  const copies = Array.from({ length: 5000 }, (_, nth) => issue(String(nth), KEYS) as OurIssue);
  const told = (others: readonly OurIssue[], moreClaims = false) =>
    othersRemarks({ others: others.slice(0, 10), claims: others.slice(10), moreClaims }, 'Web shop');
  expect(told(copies)).toHaveLength(21);
  expect(told(copies)[0]).toMatchObject({ key: 'WA-4999', title: 'Issue 4999', code: 'says-it-belongs' });
  const more = { title: 'Web shop', code: 'more-say-they-belong' };
  expect(told(copies)[20]).toEqual({ ...more, params: { issues: 4980, atLeast: 'no' } });
  expect(told(copies.slice(0, 100), true)[20]).toEqual({ ...more, params: { issues: 80, atLeast: 'yes' } });
  expect(told(copies.slice(0, 20))).toHaveLength(20);
  expect(told([])).toEqual([]);
});
