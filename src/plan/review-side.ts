import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Entry } from './entry';

import type { Creates } from './creates';
import type { Side } from './link';
import type { Move } from './plan';

/** The state of the review for one entry, with the words for it. */
export interface ReviewSide {
  readonly side: Side;
  readonly because: string;
  /** Sub-tasks that this run closes first. */
  readonly after: readonly string[];
}

/** A Sub-task is finished when its best practice, or its question, is out of the way. */
export function reviewOfSubtask(entry: Entry): ReviewSide {
  return entry.finished
    ? { side: 'done', because: entry.finished, after: [] }
    : { side: 'open', because: 'the best practice is not selected', after: [] };
}

/**
 * A Task is finished when its question is not applicable, or when its risk is NONE and no Sub-task is open
 * after this run's own moves; a team's Sub-tasks count as ours do.
 */
export function reviewOfTask(
  entry: Entry,
  issue: OurIssue,
  moves: readonly Move[],
  creates: Creates,
): ReviewSide {
  const children = new Set(issue.subtasks.map(({ id }) => id));
  const theirs = moves.filter((move) => children.has(move.issue.id));
  const after = theirs.filter(({ kind }) => kind === 'close').map((move) => move.issue.id);
  if (entry.finished) return { side: 'done', because: entry.finished, after };
  if (!entry.finishedWithChildren) {
    return { side: 'open', because: `the question's risk is ${entry.risk ?? 'unknown'}`, after: [] };
  }
  const reopened = new Set(theirs.filter(({ kind }) => kind === 'reopen').map((move) => move.issue.id));
  const open = issue.subtasks.filter(({ id, done }) => reopened.has(id) || (!done && !after.includes(id)));
  const coming = creates.childrenOf(identityKey(entry.identity));
  return open.length + coming === 0
    ? { side: 'done', because: 'the question has risk NONE and no Sub-task is open', after }
    : { side: 'open', because: 'the question has risk NONE but Sub-tasks are open', after: [] };
}
