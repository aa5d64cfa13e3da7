import type { Named } from '../jira/model';
import { guideFor, isOf, wayFrom, type Kind, type Way } from '../jira/ways';
import type { Remark } from '../plan/plan';
import type { Change, Move } from '../review-entries/entry';
import type { SyncPorts, SyncRequest } from './ports';
import { because } from './reasons';
import { targetOf } from './move-target';
import { kindOf, readWays } from './ways-of-run';

/**
 * Of a preview: by which ways its issues would go where that takes several steps, and where one like them got stuck.
 * Issues that are still to be made are not counted: where they begin is not known. Nor are those that stand in another
 * project, whose workflow is nothing for the people of this one.
 */
export async function wayRemarks(
  changes: readonly Change[],
  { mode, settings, projectId: home }: SyncRequest,
  workloadName: string,
  ports: Pick<SyncPorts, 'ways' | 'jira'>,
): Promise<readonly Remark[]> {
  const moves = changes.filter(isMove).filter(({ issue }) => issue.projectId === home);
  if (mode !== 'preview' || moves.length === 0) return [];
  const ways = await readWays(moves, ports);
  const remarks = alike(moves, settings).flatMap(([first, ...others]) => {
    const { projectId, issueType, status } = first.issue;
    const kind = kindOf({ ...first, target: targetOf(first, settings) });
    const about = { type: issueType.name, issues: 1 + others.length };
    return remarkOn(ways.get(projectId) ?? [], kind, status.id, { ...about, kind: first.kind });
  });
  return remarks.map((remark) => ({ title: workloadName, ...remark }));
}

type About = Pick<Move, 'kind'> & { readonly type: string; readonly issues: number };

function remarkOn(ways: readonly Way[], kind: Kind, statusId: string, { kind: moves, ...about }: About) {
  const way = wayFrom(ways, kind, statusId);
  if (way !== undefined) {
    return way.length > 2 ? [because('way-known', { ...about, kind: moves, steps: namesOf(way) })] : [];
  }
  const stuck = ways.find((each) => each.stuckAt !== undefined && isOf(each, kind));
  const isInTheWay = stuck !== undefined && guideFor(ways, kind).avoid.has(statusId);
  return isInTheWay ? [because('way-stuck', { ...about, steps: namesOf(stuck.steps) })] : [];
}

/** Moves of one kind out of one status. */
function alike(
  moves: readonly Move[],
  settings: SyncRequest['settings'],
): readonly (readonly [Move, ...Move[]])[] {
  const found = new Map<string, [Move, ...Move[]]>();
  for (const move of moves) {
    const { issueTypeId, to } = kindOf({ ...move, target: targetOf(move, settings) });
    const name = [move.issue.projectId, issueTypeId, to, move.issue.status.id].join(' ');
    const others = found.get(name);
    if (others) others.push(move);
    else found.set(name, [move]);
  }
  return [...found.values()];
}

function isMove(change: Change): change is Move {
  return change.kind === 'close' || change.kind === 'reopen';
}

function namesOf(steps: readonly Named[]): readonly string[] {
  return steps.map(({ name }) => name);
}
