import { mapInFlight } from '../in-flight';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import type { MoveTarget } from '../jira/jira';
import { guideFor, type Way } from '../jira/ways';
import type { Remark } from '../plan/plan';
import type { Change, Move } from '../review-entries/entry';
import type { SyncPorts, SyncRequest } from './ports';
import { targetOf } from './move-target';
import { because } from './reasons';
import { kindOf, readWays } from './ways-of-run';

/** Moves of one sort that are looked at; more sorts than that have no project. */
const MOST = 20;
/**
 * Of a preview: which issues keep their resolution when they are reopened, or get another than the review says when they
 * are closed, because neither the way there nor their edit screen offers it. One issue of a sort is asked for: those of
 * a type, in a status, with one target. What a workflow sets or clears by itself no screen tells, and the words say so;
 * issues of other projects are nothing for the people of this one.
 */
export async function foreseenResolutions(
  changes: readonly Change[],
  { mode, settings, projectId: home }: SyncRequest,
  workloadName: string,
  ports: Pick<SyncPorts, 'ways' | 'jira'>,
): Promise<readonly Remark[]> {
  if (mode !== 'preview') return [];
  const moves = changes.filter(isMove).filter(({ issue }) => issue.projectId === home);
  const sorts = sortsOf(moves, settings).slice(0, MOST);
  if (sorts.length === 0) return [];
  const ways = await readWays(moves, ports);
  const remarks = await mapInFlight(sorts, JIRA_IN_FLIGHT, async ({ first, target, issues }) => {
    const known: readonly Way[] = ways.get(home) ?? [];
    const foreseen = await ports.jira.foresee(
      first.issue,
      target,
      guideFor(known, kindOf({ issue: first.issue, target })),
    );
    if (foreseen !== 'not-offered') return [];
    const about = { type: first.issue.issueType.name, issues };
    const means = first.entry.state?.is;
    if (target.to === 'open') return [because('would-keep-resolution', about)];
    return means === undefined || means === 'open'
      ? []
      : [because('would-close-otherwise', { ...about, means })];
  });
  return remarks.flat().map((reason) => ({ title: workloadName, ...reason }));
}

interface Sort {
  readonly first: Move;
  readonly target: MoveTarget;
  readonly issues: number;
}

/** Only of moves that ask for something of the resolution. */
function sortsOf(moves: readonly Move[], settings: SyncRequest['settings']): readonly Sort[] {
  const found = new Map<string, Sort>();
  for (const move of moves) {
    const target = targetOf(move, settings);
    if (target.to === 'open' ? target.isResolved !== true : target.as === undefined) continue;
    const name = JSON.stringify([move.issue.issueType.id, move.issue.status.id, target]);
    const { first = move, issues = 0 } = found.get(name) ?? {};
    found.set(name, { first, target, issues: issues + 1 });
  }
  return [...found.values()];
}

function isMove(change: Change): change is Move {
  return change.kind === 'close' || change.kind === 'reopen';
}
