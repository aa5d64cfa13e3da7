import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Creates } from './creates';
import type { Entry } from './entry';
import type { Side } from './link';
import type { Move } from './plan';
import { practiceSide } from './practice-side';

/** What an issue is to follow: the review's state of its entry or, for a parent, that of its children. */
export interface ReviewSide {
  readonly of: 'review' | 'children';
  readonly side: Side;
  readonly because: string;
  /** Children that this run closes first. */
  readonly after: readonly string[];
}

/** A Sub-task is finished when its best practice, or its question, is out of the way. */
export function reviewOfSubtask({ practice = 'open', place }: Entry): ReviewSide {
  const { side, because } = practiceSide(practice, place?.question.applicable ?? true);
  return { of: 'review', side, because, after: [] };
}

/**
 * A Task is finished when its question is not applicable, or when its risk is NONE and no Sub-task is open
 * after this run's own moves; a team's Sub-tasks count as ours do. Where parents follow their children it is
 * finished at any risk, if it has Sub-tasks and none is open.
 */
export function reviewOfTask(
  entry: Entry,
  issue: OurIssue,
  moves: readonly Move[],
  creates: Creates,
  parentsFollow: boolean,
): ReviewSide {
  const { open, after } = childrenAfter(issue.subtasks, moves);
  const allDone = open + creates.childrenOf(identityKey(entry.identity)) === 0;
  if (entry.finished) return { of: 'review', side: 'done', because: entry.finished, after };
  if (entry.finishedWithChildren) {
    return allDone
      ? { of: 'review', side: 'done', because: 'the question has risk NONE and no Sub-task is open', after }
      : {
          of: 'review',
          side: 'open',
          because: 'the question has risk NONE but Sub-tasks are open',
          after: [],
        };
  }
  if (parentsFollow && issue.subtasks.length > 0) return followed(allDone, 'Sub-tasks', after);
  return {
    of: 'review',
    side: 'open',
    because: `the question's risk is ${entry.risk ?? 'unknown'}`,
    after: [],
  };
}

/**
 * An Epic whose parents follow is finished when it has Tasks of ours and none is open after this run's own
 * moves. Undefined where there is nothing to follow: it has no Task, or all are done but for those that this
 * run makes and then closes, and that it can follow only once they are there.
 */
export function reviewOfEpic(
  { id }: OurIssue,
  issues: readonly OurIssue[],
  moves: readonly Move[],
  { creates }: Creates,
): ReviewSide | undefined {
  const tasks = issues
    .filter(({ level, parentId }) => level === 'task' && parentId === id)
    .map((task) => ({ id: task.id, done: task.status.category === 'done' }));
  const coming = creates.filter(({ entry }) => entry.level === 'task');
  const { open, after } = childrenAfter(tasks, moves);
  if (open > 0 || coming.some(({ thenClose }) => !thenClose)) return followed(false, 'Tasks', []);
  return tasks.length === 0 || coming.length > 0 ? undefined : followed(true, 'Tasks', after);
}

function followed(allDone: boolean, children: string, after: readonly string[]): ReviewSide {
  return allDone
    ? { of: 'children', side: 'done', because: `all its ${children} are done`, after }
    : { of: 'children', side: 'open', because: `not all its ${children} are done`, after: [] };
}

/** How many children are open once the moves are made, and which of them the moves close. */
function childrenAfter(
  children: OurIssue['subtasks'],
  moves: readonly Move[],
): { readonly open: number; readonly after: readonly string[] } {
  const ids = new Set(children.map(({ id }) => id));
  const theirs = moves.filter((move) => ids.has(move.issue.id));
  const moved = (kind: Move['kind']) =>
    theirs.filter((move) => move.kind === kind).map((move) => move.issue.id);
  const [after, reopened] = [moved('close'), new Set(moved('reopen'))];
  const open = children.filter(({ id, done }) => reopened.has(id) || (!done && !after.includes(id)));
  return { open: open.length, after };
}
