/**
 * The workflow of a board in memory, and how `Jira.move` brings an issue through it: every status leads to every
 * other unless a test says where they lead; open Sub-tasks keep a Task open.
 */
import { chooseStep } from '../../src/jira/client/choose-step';
import type {
  DoneAs,
  Foreseen,
  IssueNow,
  Movable,
  MoveAnswer,
  MoveTarget,
  ResolveAnswer,
} from '../../src/jira/jira';
import type { OurIssue } from '../../src/jira/model';
import { NO_GUIDE, type Guide } from '../../src/jira/ways';
import { asReason } from '../../src/reason';
import { RESOLUTIONS, STATUSES, type Board, type StoredIssue } from './board';
import type { Screens } from './jira-fates';

type Status = OurIssue['status'];

export interface Workflow {
  /** Of the issue's level, all within one step of every status unless `leads` says otherwise. */
  readonly done: readonly Status[];
  /** Where a status leads; absent: everywhere. */
  readonly leads?: ((from: Status, issue: StoredIssue) => readonly Status[]) | undefined;
  readonly screens: Screens;
}

const MOVED_MEANWHILE = refused('moved-meanwhile', 'it was moved meanwhile');

/** The refusal where somebody moved the issue, to elsewhere than the target, since the move was decided on. */
export function movedSince(
  { status: now }: StoredIssue,
  decidedOn: Movable['status'],
  { to }: MoveTarget,
): Extract<MoveAnswer, { kind: 'refused' }> | undefined {
  const isThere = (now.category === 'done') === (to === 'done');
  return decidedOn !== undefined && decidedOn.id !== now.id && !isThere ? MOVED_MEANWHILE : undefined;
}

/** Moves the issue as `Jira.move` promises; the refusal where it stays, with the same codes. */
export function moveOn(
  board: Board,
  issue: StoredIssue,
  target: MoveTarget,
  { done, leads, screens }: Workflow,
  guide: Guide = NO_GUIDE,
): MoveAnswer {
  const { status: now } = issue;
  if ((now.category === 'done') === (target.to === 'done')) return { kind: 'applied', walked: [now] };
  if (target.to === 'done' && hasOpenSubtasks(board, issue)) {
    return refused('refused', 'it has open Sub-tasks');
  }
  const everywhere = () => (target.to === 'open' ? [STATUSES.new] : done);
  return walk(board, issue, target, { leads: leads ?? everywhere, screens }, guide);
}

function walk(
  board: Board,
  issue: StoredIssue,
  target: MoveTarget,
  { leads, screens }: Pick<Workflow, 'screens'> & { readonly leads: NonNullable<Workflow['leads']> },
  guide: Guide,
): MoveAnswer {
  const walked = [issue.status];
  for (let now = issue.status; ;) {
    const offered = new Map(leads(now, issue).map((to) => [to.id, to]));
    const transitions = [...offered.values()].map(({ id, name, category }) => ({
      id,
      to: { id, name, statusCategory: category },
      fields: {},
    }));
    const visited = walked.map(({ id }) => id);
    const step = chooseStep(transitions, target, { visited, from: now.name, guide });
    const next = 'transition' in step ? offered.get(step.transition.to.id) : undefined;
    if (next === undefined) {
      const refusal = step.kind === 'refused' ? step : refused('no-transition', `no way on from ${now.name}`);
      return walked.length > 1 ? { kind: 'stuck', at: now, walked, reason: refusal.reason } : refusal;
    }
    board.moveCard(issue.id, next, resolutionAt(next, issue, target, screens));
    walked.push(next);
    if (step.kind === 'last') return { kind: 'applied', walked, ...nowOf(board, issue, target) };
    now = next;
  }
}

/** Resolves a done issue anew as `Jira.resolve` promises. */
export function resolveOn(board: Board, issue: StoredIssue, as: DoneAs, screens: Screens): ResolveAnswer {
  if (issue.status.category !== 'done') return refused('conflict', 'it is open');
  const resolution = wanted(as, screens);
  if (resolution === undefined) return { kind: 'not-offered' };
  board.moveCard(issue.id, issue.status, resolution);
  return { kind: 'applied', now: { status: issue.status, resolution } };
}

function resolutionAt(next: Status, { resolution }: StoredIssue, target: MoveTarget, screens: Screens) {
  if (next.category !== 'done') return screens.keepResolution ? resolution : undefined;
  return (target.to === 'done' ? wanted(target.as, screens) : undefined) ?? RESOLUTIONS.done;
}

/** As `Jira.foresee` promises. */
export function foreseenBy(screens: Screens, target: MoveTarget): Foreseen {
  const isOffered = target.to === 'open' ? !screens.keepResolution : wanted(target.as, screens) !== undefined;
  return isOffered ? 'as-wanted' : 'not-offered';
}

function wanted(as: DoneAs | undefined, { offer }: Screens): OurIssue['resolution'] {
  return offer.find(({ id }) => as?.resolutionIds.includes(id));
}

/** How the issue is, where the target asks for its resolution. */
function nowOf(board: Board, { id }: StoredIssue, target: MoveTarget): { readonly now?: IssueNow } {
  const isAsked = target.to === 'done' ? target.as !== undefined : target.isResolved === true;
  const { status, resolution } = board.get(id) ?? {};
  return isAsked && status ? { now: { status, resolution } } : {};
}

function hasOpenSubtasks(board: Board, { id }: StoredIssue): boolean {
  return board
    .all()
    .some((child) => child.parentId === id && child.level === 'subtask' && child.status.category !== 'done');
}

function refused(code: string, reason: string): Extract<MoveAnswer, { kind: 'refused' }> {
  return { kind: 'refused', code, reason: asReason(reason) };
}
