/** Which two states of a review are compared, and which names of a milestone are refused before AWS does. */
import { expect, test } from '@jest/globals';
import { problemOfName } from '../../../static/app/src/features/project/milestones/problem-of-name';
import {
  afterToggle,
  type Chosen,
  pairOf,
} from '../../../static/app/src/features/project/milestones/two-states';

test.each<[string, readonly Chosen[], Chosen, readonly Chosen[]]>([
  ['the first', [], 3, [3]],
  ['the second', [3], 1, [3, 1]],
  ['a third, in the place of the first', [3, 1], 'now', [1, 'now']],
  ['one that is chosen, which is left out', [3, 1], 3, [1]],
])('choosing %s', (_, chosen, state, after) => {
  expect(afterToggle(chosen, state)).toEqual(after);
});

test.each<[readonly Chosen[], ReturnType<typeof pairOf>]>([
  [[], undefined],
  [[3], undefined],
  [['now'], undefined],
  [[3, 1], { before: 1, after: 3 }],
  [[10, 9], { before: 9, after: 10 }],
  [['now', 2], { before: 2, after: 'now' }],
])('%j are compared as %j', (chosen, pair) => {
  expect(pairOf(chosen)).toEqual(pair);
});

test.each([
  ['2026-06-01 Sprint 24', [], undefined],
  ['ab', [], 'length'],
  ['  ab  ', [], 'length'],
  ['x'.repeat(100), [], undefined],
  ['x'.repeat(101), [], 'length'],
  ['BEFORE launch', ['Before  Launch'], 'taken'],
] as const)('the name %j beside %j: %s', (name, taken, problem) => {
  expect(problemOfName(name, taken)).toBe(problem);
});
