/** What the page of a run under way tells. */
import { describe, expect, test } from '@jest/globals';
import type { RunView } from '../../../src/contract';
import { areIssuesThere } from '../../../static/app/src/features/project/sync/are-issues-there';
import { searchOf } from '../../../static/app/src/features/project/sync/search-of';
import { leftOf } from '../../../static/app/src/features/project/sync/time-left';

const steps = (...all: [code: string, done: number, total: number][]): Pick<RunView, 'steps'> => ({
  steps: all.map(([code, done, total]) => ({ step: { code, params: {} }, done, total })),
});

test.each([
  [0, 'seconds', 5],
  [3, 'seconds', 5],
  [11, 'seconds', 15],
  [89, 'seconds', 90],
  [90, 'minutes', 2],
  [121, 'minutes', 3],
])('%i s are told as %s: %i', (seconds, unit, count) => {
  expect(leftOf(seconds)).toEqual({ unit, count });
});

describe('whether all issues are there while the run goes on', () => {
  test.each<[string, Pick<RunView, 'steps'>, boolean]>([
    ['before there is a plan', {}, false],
    ['while issues are made', steps(['creating-issues', 3, 5], ['writing-notes', 0, 2]), false],
    ['while notes are written', steps(['creating-issues', 5, 5], ['writing-notes', 1, 2]), true],
    ['while answers are written', steps(['creating-issues', 5, 5], ['writing-answers', 0, 2]), true],
    ['where all is written', steps(['creating-issues', 5, 5], ['writing-notes', 2, 2]), false],
    ['where none are made', steps(['updating-issues', 5, 5], ['writing-notes', 1, 2]), false],
    ['where nothing is written', steps(['creating-issues', 5, 5]), false],
  ])('%s: %p', (_, run, isSo) => {
    expect(areIssuesThere(run)).toBe(isSo);
  });
});

test('the search names the workload', () => {
  expect(decodeURIComponent(searchOf('https://x.example', 'arn:aws:wa'))).toBe(
    'https://x.example/issues/?jql=issue.property[well-architected].workload = "arn:aws:wa" ORDER BY created ASC',
  );
});
