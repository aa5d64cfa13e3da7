/** Several changes of one item are one way back, as far as nobody acted between them. */
import { expect, test } from '@jest/globals';
import type { RecentChange } from '../../../../src/sync/budget/recent-changes';
import { undoOf } from '../../../../src/sync/put-back/undo';

const ISSUE = { runId: 'r', question: 'q1', issueId: '7', title: 'Keys' };

/** From status to status. */
function moved(at: number, was: string, is: string | undefined, kind: RecentChange['kind']): RecentChange {
  const left = is === undefined ? {} : { is: { status: { id: is } } };
  return { ...ISSUE, at, kind, moved: { was: { status: { id: was } }, ...left } };
}

const stateOf = (id: string | undefined) => id ?? '?';
const between = ({ moved: each }: RecentChange) => ({
  was: stateOf(each?.was.status.id),
  is: stateOf(each?.is?.status.id),
});
const isSame = (one: string, other: string) => one === '?' || other === '?' || one === other;
const undo = (...changes: readonly RecentChange[]) => undoOf('w', changes, between, isSame);

const CLOSED = moved(1, 'todo', 'done', 'issuesClosed');

test.each<[string, readonly RecentChange[], string, string, number]>([
  ['one', [CLOSED], 'done', 'todo', 0],
  ['closed and reopened', [CLOSED, moved(2, 'done', 'todo', 'issuesReopened')], 'todo', 'todo', 0],
  ['in any order', [moved(2, 'done', 'doing', 'issuesReopened'), CLOSED], 'doing', 'todo', 0],
  ['a person acted between', [CLOSED, moved(2, 'wontdo', 'todo', 'issuesReopened')], 'todo', 'wontdo', 1],
  [
    'what the older left is not known',
    [moved(1, 'todo', undefined, 'issuesClosed'), moved(2, 'done', 'doing', 'issuesReopened')],
    'doing',
    'todo',
    0,
  ],
])('%s', (_, changes, left, to, over) => {
  const [one, ...more] = undo(...changes);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ left, to });
  expect(one?.over).toHaveLength(over);
  expect((one?.changes.length ?? 0) + over).toBe(changes.length);
});

test('each item goes its own way', () => {
  expect(undo(CLOSED, { ...CLOSED, question: 'q2', issueId: '8' })).toHaveLength(2);
});
