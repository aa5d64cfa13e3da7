import type { Level, OurIssue } from '../jira/model';
import type { Reason } from '../reason';
import { sideOf } from './compare-item';
import type { Creates } from './creates';
import type { Entry, ItemState } from './entry';
import type { Side } from './link';
import type { Move } from './plan';
import { because } from './reasons';

/** What an issue is to follow: the source's state of its entry or, for a parent, that of its children. */
export interface FollowedSide {
  readonly of: 'source' | 'children';
  readonly side: Side;
  readonly because: Reason;
  /** Children that this run closes first. */
  readonly after: readonly string[];
}

/** The issue of an item that has a state of its own follows that. */
export function followedByItem(state: ItemState): FollowedSide {
  return { of: 'source', side: sideOf(state), because: state.because, after: [] };
}

/**
 * A Task is finished when the source says so, or when it is finished with its children and no Sub-task is open
 * after this run's own moves; a team's Sub-tasks count as ours do. Where parents follow their children it is
 * finished in any case, if it has Sub-tasks and none is open.
 */
export function followedByTask(
  { key, parent }: Pick<Entry, 'key' | 'parent'>,
  issue: Pick<OurIssue, 'subtasks'>,
  moves: readonly Move[],
  creates: Pick<Creates, 'childrenOf'>,
  parentsFollow: boolean,
): FollowedSide | undefined {
  const { open, after } = childrenAfter(issue.subtasks, moves);
  const allDone = open + creates.childrenOf(key) === 0;
  if (parent?.finished) return { of: 'source', side: 'done', because: parent.finished, after };
  if (parent?.withChildren) {
    return allDone
      ? { of: 'source', side: 'done', because: because('no-child-open'), after }
      : { of: 'source', side: 'open', because: because('child-open'), after: [] };
  }
  if (parentsFollow && issue.subtasks.length > 0) return followed(allDone, 'subtask', after);
  return parent && { of: 'source', side: 'open', because: parent.open, after: [] };
}

/**
 * An Epic whose parents follow is finished when it has Tasks of ours and none is open after this run's own
 * moves. Undefined where there is nothing to follow: it has no Task, or all are done but for those that this
 * run makes and then closes, and that it can follow only once they are there.
 */
export function followedByEpic(
  { id }: Pick<OurIssue, 'id'>,
  issues: readonly Pick<OurIssue, 'id' | 'level' | 'parentId' | 'status'>[],
  moves: readonly Move[],
  { creates }: Pick<Creates, 'creates'>,
): FollowedSide | undefined {
  const tasks = issues
    .filter(({ level, parentId }) => level === 'task' && parentId === id)
    .map((task) => ({ id: task.id, done: task.status.category === 'done' }));
  const coming = creates.filter(({ entry }) => entry.level === 'task');
  const { open, after } = childrenAfter(tasks, moves);
  if (open > 0 || coming.some(({ thenClose }) => !thenClose)) return followed(false, 'task', []);
  return tasks.length === 0 || coming.length > 0 ? undefined : followed(true, 'task', after);
}

function followed(allDone: boolean, children: Level, after: readonly string[]): FollowedSide {
  return allDone
    ? { of: 'children', side: 'done', because: because('children-done', { children }), after }
    : { of: 'children', side: 'open', because: because('children-not-done', { children }), after: [] };
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
