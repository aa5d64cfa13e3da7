/** Every reason has words, and the words name what the reason is about and nothing else. */
import { describe, expect, test } from '@jest/globals';
import type { PlanReasons } from '../../../src/plan/reasons';
import type { Params, Reason } from '../../../src/reason';
import type { ReviewReasons } from '../../../src/review-entries/reasons';
import { aws } from '../../../words/en/aws';
import { jira } from '../../../words/en/jira';
import { plan } from '../../../words/en/plan';
import { review } from '../../../words/en/review';
import { formatter } from '../../../words/format';
import { named, type Samples } from './said';
import { AWS, AWS_OTHERS } from './samples/aws';
import { JIRA, JIRA_OTHERS } from './samples/jira';

type Sample = readonly [params: Params, words: string];

const NOT_SELECTED = { code: 'practice-open', params: {} };
const DONE_AS = { code: 'resolved-as', params: { status: 'Done', resolution: "Won't Do" } };
const DIFFERS = { code: 'differs-from-source', params: { status: 'Done', because: NOT_SELECTED } };

const PLAN: Samples<PlanReasons> = {
  'doubled-identity': [
    { issues: [{ issueKey: 'WA-2' }, { issueKey: 'WA-4' }] },
    'WA-2, WA-4 say that they are the same item of the review (a clone carries the property along). None is written; delete the property "well-architected" or the issue that is not the original.',
  ],
  'moved-away': [
    { project: 'HR' },
    'it was moved to project HR, which the AWS connection does not serve; it is left alone.',
  ],
  'wrong-level': [
    { expected: 'task', actual: 'subtask' },
    'the review has it as task, Jira as subtask; it is left alone until its type fits.',
  ],
  'deleted-in-jira': [
    {},
    'its issue was deleted, hidden from the app, or lost its property "well-architected"; it is not made again unless you ask for it (recreate).',
  ],
  uncertain: [
    {},
    'an earlier run asked Jira to make it, and whether Jira did cannot be told yet; it is not asked for twice. Sync again later.',
  ],
  'no-parent': [
    { parent: 'task' },
    'its Task is missing or must not be written (see the conflicts); it is made once that is settled.',
  ],
  'outside-scope': [
    { because: { code: 'risk-outside-scope', params: { risk: 'NONE' } } },
    'its question has risk NONE',
  ],
  'text-edited': [{}, 'AWS changed a text that was edited in Jira; the edit is kept.'],
  'moved-apart': [
    { of: 'source', because: NOT_SELECTED, status: 'To {do}', edited: 'yes' },
    'review and issue both moved, apart: the best practice is not selected, and the issue is "To {do}". Move the issue or change the answer so that they agree. AWS changed a text that was edited in Jira; the edit is kept.',
  ],
  'done-in-jira': [
    { difference: DIFFERS },
    'it is "Done" in Jira, and in the review the best practice is not selected.',
  ],
  'open-in-jira': [
    { difference: DIFFERS },
    'it is "Done" in Jira, and in the review the best practice is not selected.',
  ],
  'differs-from-source': [
    { status: 'Done', because: NOT_SELECTED },
    'it is "Done" in Jira, and in the review the best practice is not selected.',
  ],
  'differs-from-children': [
    { status: 'To do', because: { code: 'children-done', params: { children: 'task' } } },
    'it is "To do" in Jira, and all its Tasks are done.',
  ],
  'source-takes-no-change': [
    { status: 'To do', because: { code: 'question-not-applicable', params: {} } },
    'it is "To do" in Jira, and in the review the question is marked not applicable. AWS was not changed: the choices of such a question are left alone.',
  ],
  'meaning-not-set': [
    { how: DONE_AS, because: NOT_SELECTED },
    'it is "Done" (resolution "Won\'t Do") in Jira, and in the review the best practice is not selected. AWS was not changed: the settings do not say what this status and resolution mean.',
  ],
  'resolved-as': [{ status: 'Done', resolution: "Won't Do" }, '"Done" (resolution "Won\'t Do")'],
  unresolved: [{ status: 'Done' }, '"Done" (without a resolution)'],
  'means-implemented': [
    { how: DONE_AS },
    'it is "Done" (resolution "Won\'t Do") in Jira, which the settings call implemented',
  ],
  'means-not-applicable': [
    { how: { code: 'unresolved', params: { status: 'Done' } }, reason: 'OUT_OF_SCOPE' },
    'it is "Done" (without a resolution) in Jira, which the settings call not applicable (out of scope)',
  ],
  reopened: [{ status: 'In progress' }, 'it was reopened in Jira and is "In progress"'],
  'no-child-open': [{}, 'the question has risk NONE and no Sub-task is open'],
  'child-open': [{}, 'the question has risk NONE but Sub-tasks are open'],
  'children-done': [{ children: 'subtask' }, 'all its Sub-tasks are done'],
  'children-not-done': [{ children: 'task' }, 'not all its Tasks are done'],
  title: [{ old: 'A <b>', new: "B's {x}" }, 'title: "A <b>" → "B\'s {x}"'],
  description: [{}, 'description'],
  'label-added': [{ label: 'security' }, 'label + security'],
  'label-removed': [{ label: 'safety' }, 'label − safety'],
  property: [{}, 'property'],
  'source-emptied': [
    { issues: 1200 },
    'the review has no question any more, and Jira has 1200 issues for it',
  ],
  'all-items-gone': [{ tasks: 10 }, 'none of the 10 questions that have a Task is in the review any more'],
  'closes-many': [{ moving: 10, there: 19 }, '10 of 19 open issues would close at once'],
  'reopens-many': [{ moving: 12, there: 12 }, '12 of 12 done issues would reopen at once'],
  'finishes-many-items': [
    { changing: 10, there: 10 },
    '10 of 10 open best practices would be selected or marked not applicable in AWS at once',
  ],
  'opens-many-items': [
    { changing: 12, there: 12 },
    '12 of 12 best practices that are selected or not applicable would be unselected in AWS at once',
  ],
};

const REVIEW: Samples<ReviewReasons> = {
  'practice-selected': [{}, 'the best practice is selected'],
  'practice-not-applicable': [{}, 'the best practice is marked not applicable'],
  'practice-open': [{}, 'the best practice is not selected'],
  'question-not-applicable': [{}, 'the question is marked not applicable'],
  'question-risk': [{ risk: 'HIGH' }, "the question's risk is HIGH"],
  'risk-outside-scope': [{ risk: 'UNANSWERED' }, 'its question has risk UNANSWERED'],
  'not-selected': [{}, 'its lens, pillar or question is not selected in the settings'],
  'lens-removed': [{}, 'its lens is not applied to the workload any more'],
  'question-withdrawn': [{}, 'the lens has withdrawn its question'],
  'practice-withdrawn': [{}, 'the lens has withdrawn its best practice'],
  risk: [{ old: 'none', new: 'HIGH' }, 'risk: none → HIGH'],
  'unknown-name': [
    { kind: 'lens', name: 'serverles', known: ['main', 'extra'], count: 2 },
    'The review has no lens "serverles"; it has main, extra.',
  ],
};

const MESSAGES: Readonly<Record<string, string>> = { ...plan, ...review, ...jira, ...aws };
const say = formatter(MESSAGES, 'en');
const samples = [PLAN, REVIEW, JIRA, AWS].flatMap((table) => Object.entries<Sample>(table));

describe('the words of a reason', () => {
  test.each(samples)('%s', (code, [params, words]) => {
    expect(say({ code, params })).toBe(words);
  });

  test.each(samples)('of %s name its params, and no others', (code, [params]) => {
    expect([...named(MESSAGES[code]!)].sort()).toEqual(Object.keys(params).sort());
  });

  const others: readonly (readonly [reason: Reason, words: string])[] = [
    [{ code: 'no-parent', params: { parent: 'epic' } }, 'its Epic is missing or must not be written'],
    [
      {
        code: 'moved-apart',
        params: { of: 'children', because: NOT_SELECTED, status: 'Done', edited: 'no' },
      },
      'children and issue both moved, apart: the best practice is not selected, and the issue is "Done". Move the issue or move the children so that they agree.',
    ],
    [
      { code: 'unknown-name', params: { kind: 'question', name: 'q1', known: [], count: 0 } },
      'The review has no question "q1"; it has none.',
    ],
    ...['BUSINESS_PRIORITIES', 'ARCHITECTURE_CONSTRAINTS', 'OTHER'].map(
      (reason): readonly [Reason, string] => [
        { code: 'means-not-applicable', params: { how: DONE_AS, reason } },
        `not applicable (${reason.toLowerCase().replace('_', ' ')})`,
      ],
    ),
    [{ code: 'means-not-applicable', params: { how: DONE_AS, reason: 'false alarm' } }, '(false alarm)'],
    [{ code: 'moved-away', params: { project: { quote: 'HR', by: 'jira' } } }, 'moved to project HR,'],
    ...JIRA_OTHERS,
    ...AWS_OTHERS,
  ];

  test.each(others)('%j', (reason, words) => {
    expect(say(reason)).toContain(words);
  });
});

describe('a reason that cannot be worded is told by its code', () => {
  const table: readonly [words: string, reason: Reason][] = [
    ['of another version', { code: 'never-heard-of', params: {} }],
    ['by the name of what every object has', { code: 'toString', params: {} }],
    ['without a param', { code: 'reopened', params: {} }],
  ];
  test.each(table)('%s', (_words, reason) => {
    expect(say(reason)).toBe(reason.code);
  });
});

test('no code has words without a reason, nor two reasons', () => {
  expect(Object.keys(MESSAGES).sort()).toEqual(samples.map(([code]) => code).sort());
});
