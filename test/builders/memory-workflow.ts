/** The workflow of a board in memory: every status leads to every other, and open Sub-tasks keep a Task open. */
import type { MoveTarget, WriteAnswer } from '../../src/jira/jira';
import type { OurIssue } from '../../src/jira/model';
import { STATUSES, type Board, type StoredIssue } from './board';
import { asReason } from '../../src/reason';

/** Moves the issue as `Jira.move` promises; the refusal where it stays, with the same codes. */
export function moveOn(
  board: Board,
  issue: StoredIssue,
  target: MoveTarget,
  done: readonly OurIssue['status'][],
): WriteAnswer | undefined {
  if ((issue.status.category === 'done') === (target.to === 'done')) return undefined;
  if (target.to === 'open') {
    board.moveCard(issue.id, STATUSES.new);
    return undefined;
  }
  if (hasOpenSubtasks(board, issue)) return refused('refused', 'it has open Sub-tasks');
  const { statusId } = target;
  const [status, another] = done.filter(({ id }) => statusId === undefined || id === statusId);
  if (status === undefined) return refused('no-transition', `no way to ${statusId ?? 'a done status'}`);
  if (another !== undefined) return refused('several-done-statuses', `${status.name}, ${another.name}`);
  board.moveCard(issue.id, status);
  return undefined;
}

function hasOpenSubtasks(board: Board, { id }: StoredIssue): boolean {
  return board
    .all()
    .some((child) => child.parentId === id && child.level === 'subtask' && child.status.category !== 'done');
}

function refused(code: string, reason: string): WriteAnswer {
  return { kind: 'refused', code, reason: asReason(reason) };
}
