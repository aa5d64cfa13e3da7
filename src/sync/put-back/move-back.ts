/** Issues go back to where they stood before the changes that are put back. */
import type { IssueNow, MoveAnswer, MoveTarget } from '../../jira/jira';
import type { AnyIssue } from '../../jira/model';
import { identityKey } from '../../jira/ownership';
import type { Link } from '../../review-entries/link';
import type { IssueState } from '../budget/change-shape';
import { issueState } from '../budget/recent-change';
import { itemOf, type RecentChange } from '../budget/recent-changes';
import { moveIssues, type Moving, type Moves } from '../move-issues';
import { because } from '../reasons';
import type { Backing } from './backing';
import { undoOf, type Undo } from './undo';

/** How far an issue is, as far as it is known. */
interface State extends Partial<IssueState> {
  readonly side: 'open' | 'done';
}

interface MoveBack extends Moving {
  readonly undo: Undo<State>;
}

/**
 * Reopens from the top, closes from below, as a run moves issues. One that is not as it was left stays, and so does one
 * that is no longer linked or that moved to a project which is not served.
 *
 * @throws as `moveIssues` does
 */
export async function moveBack(
  changes: readonly RecentChange[],
  links: ReadonlyMap<string, Link>,
  work: Backing,
): Promise<void> {
  const { ports, request } = work;
  const undos = undoOf(
    request.workloadArn,
    changes.filter(({ moved }) => moved !== undefined),
    between,
    isSame,
  );
  const ids = undos.flatMap(({ changes: [{ issueId }] }) => issueId ?? []);
  const issues = new Map(
    (ids.length > 0 ? await ports.jira.fetch(ids) : []).map((issue) => [issue.id, issue]),
  );
  const isLinked = ({ changes: [newest] }: Undo<State>) =>
    links.get(identityKey(itemOf(request.workloadArn, newest)))?.issueId === newest.issueId;
  const moving = undos.flatMap((undo): readonly MoveBack[] => {
    for (const change of undo.over) work.leave(change);
    const issue = issues.get(undo.changes[0].issueId ?? '');
    const isOurs = issue !== undefined && request.servedProjects.includes(issue.projectId) && isLinked(undo);
    if (isOurs && isSame(stateOf(issue), undo.to)) {
      // An invocation that died has put it back.
      work.isBack(undo.changes);
      return [];
    }
    if (isOurs && isSame(stateOf(issue), undo.left))
      return [{ undo, issue, target: targetOf(undo, issue), after: [] }];
    work.leave(undo.changes[0]);
    return [];
  });
  work.advance(changes.filter(({ moved }) => moved !== undefined).length - moving.length);
  await moveIssues(groups(afterChildren(moving)), hearing(work), ports);
}

function hearing(work: Backing): Moves<MoveBack> {
  const moved = new Set<string>();
  return {
    checkpoint: () => work.checkpoint(),
    isMoved: (issueId) => moved.has(issueId),
    moved(move, answer) {
      moved.add(move.issue.id);
      work.isBack(move.undo.changes);
      if (move.undo.to.side !== move.undo.left.side) tellMoved(move, work);
      tellRest(move, answer, work);
    },
    failed: ({ undo }, why) => work.fail(undo.changes[0], why),
    over: () => work.advance(1),
  };
}

function tellMoved({ target: { to }, issue }: MoveBack, work: Backing): void {
  const what = to === 'open' ? 'reopened' : 'closed';
  work.tally[what] += 1;
  work.ports.did?.({ kind: 'issue', what, issueKey: issue.key });
}

/** What did not come back with the side: another status of it, and the resolution. */
function tellRest(
  { undo: { changes, to }, issue }: MoveBack,
  { walked, now }: Extract<MoveAnswer, { kind: 'applied' }>,
  work: Backing,
): void {
  const [newest] = changes;
  const status = walked.at(-1) ?? issue.status;
  const is: IssueNow['resolution'] | 'unknown' = now ? now.resolution : 'unknown';
  const wanted = to.status?.id;
  if (wanted !== undefined && wanted !== status.id)
    work.notice(newest, because('status-not-back', { was: to.status?.name ?? wanted, is: status.name }));
  const { resolution: was } = to;
  if (was !== undefined && is !== 'unknown' && was?.id !== is?.id)
    work.notice(newest, because('resolution-not-back', { was: was?.name ?? 'none', is: is?.name ?? 'none' }));
}

/** Straight back to the status; of an open one any other will do where the workflow does not lead there. */
function targetOf({ to: { side, status, resolution } }: Undo<State>, issue: AnyIssue): MoveTarget {
  const at = status ? { statusId: status.id } : {};
  if (side === 'open') {
    if (resolution === undefined)
      return { to: 'open', ...at, ...(issue.resolution ? { isResolved: true } : {}) };
    return {
      to: 'open',
      ...at,
      ...(resolution?.id === issue.resolution?.id ? {} : { resolution: resolution?.id ?? null }),
    };
  }
  if (resolution === undefined) return { to: 'done', ...at };
  const as = { resolutionIds: resolution ? [resolution.id] : [], statusIds: [], otherResolutionIds: [] };
  return { to: 'done', ...at, ...(resolution ? { as } : { resolution: null }) };
}

function between({ kind, moved }: RecentChange): { readonly was: State; readonly is: State } {
  const isClosed = kind === 'issuesClosed';
  return {
    was: { side: isClosed ? 'open' : 'done', ...moved?.was },
    is: { side: isClosed ? 'done' : 'open', ...moved?.is },
  };
}

function stateOf(issue: AnyIssue): State {
  return { side: issue.status.category === 'done' ? 'done' : 'open', ...issueState(issue) };
}

/** As far as both are known. */
function isSame(one: State, other: State): boolean {
  if (one.side !== other.side) return false;
  if (one.status && other.status && one.status.id !== other.status.id) return false;
  const { resolution: a } = one;
  const { resolution: b } = other;
  return a === undefined || b === undefined || a?.id === b?.id;
}

function groups(moves: readonly MoveBack[]): readonly (readonly MoveBack[])[] {
  const of = (to: MoveTarget['to'], level: AnyIssue['level']) =>
    moves.filter(({ target, issue }) => target.to === to && issue.level === level);
  const levels = ['epic', 'task', 'subtask'] as const;
  const reopened = levels.map((level) => of('open', level));
  const closed = levels.toReversed().map((level) => of('done', level));
  return [...reopened, ...closed];
}

/** A parent closes after those of its children that close with it. */
function afterChildren(moves: readonly MoveBack[]): readonly MoveBack[] {
  const closing = moves.filter(({ target }) => target.to === 'done');
  const childrenOf = (id: string) =>
    closing.filter(({ issue }) => issue.parentId === id).map(({ issue }) => issue.id);
  return moves.map((move) =>
    move.target.to === 'done' ? { ...move, after: childrenOf(move.issue.id) } : move,
  );
}
