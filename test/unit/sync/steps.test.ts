/** The steps that a plan has, and what writing into AWS is called. */
import { expect, test } from '@jest/globals';
import type { Change } from '../../../src/review-entries/entry';
import { stepsOf } from '../../../src/sync/steps';
import type { NotesPlan } from '../../../src/sync/write-back/plan-notes';

const WORKLOAD = 'arn';
const change = (kind: Change['kind'], more: object = {}) => ({ kind, ...more }) as unknown as Change;
const chooses = (question: string) =>
  change('choose', { entry: { identity: { workload: WORKLOAD, lens: 'l', question } } });
const notesOf = (...questions: string[]) =>
  ({
    planned: new Map(questions.map((question) => [`${WORKLOAD}|l|${question}`, {}])),
  }) as unknown as NotesPlan;

test.each<[string, readonly Change[], NotesPlan, readonly [string, number][]]>([
  ['nothing', [], notesOf(), []],
  ['notes alone', [], notesOf('q1', 'q2'), [['writing-notes', 2]]],
  ['choices alone, two of one question', [chooses('q1'), chooses('q1')], notesOf(), [['writing-answers', 1]]],
  [
    'issues that are closed as they are made, and notes',
    [change('create'), change('create', { thenClose: {} }), change('close')],
    notesOf('q1'),
    [
      ['creating-issues', 2],
      ['closing-issues', 2],
      ['writing-notes', 1],
    ],
  ],
  [
    'all that there is, in the order in which it is done',
    [change('resolve'), change('reopen'), change('close'), change('update'), change('create')],
    notesOf(),
    [
      ['creating-issues', 1],
      ['updating-issues', 1],
      ['closing-issues', 1],
      ['reopening-issues', 1],
      ['resolving-issues', 1],
    ],
  ],
])('%s', (_, changes, notes, steps) => {
  expect(stepsOf(changes, notes)).toEqual(steps.map(([step, total]) => ({ step, done: 0, total })));
});
