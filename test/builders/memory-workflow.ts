/**
 * The workflow of a board in memory, and how `Jira.move` brings an issue through it: every status leads to every
 * other unless a test says where they lead; open Sub-tasks keep a Task open.
 */
import { chooseStep } from '../../src/jira/client/choose-step';
import type { MoveAnswer, MoveTarget } from '../../src/jira/jira';
import type { OurIssue } from '../../src/jira/model';
import { NO_GUIDE, type Guide } from '../../src/jira/ways';
import { asReason } from '../../src/reason';
import { STATUSES, type Board, type StoredIssue } from './board';

type Status = OurIssue['status'];

export interface Workflow {
  /** Of the issue's level, all within one step of every status unless `leads` says otherwise. */
  readonly done: readonly Status[];
  /** Where a status leads; absent: everywhere. */
  readonly leads?: ((from: Status, issue: StoredIssue) => readonly Status[]) | undefined;
}

/** Moves the issue as `Jira.move` promises; the refusal where it stays, with the same codes. */
export function moveOn(
  board: Board,
  issue: StoredIssue,
  target: MoveTarget,
  { done, leads }: Workflow,
  guide: Guide = NO_GUIDE,
): MoveAnswer {
  const { status: now } = issue;
  if ((now.category === 'done') === (target.to === 'done')) return { kind: 'applied', walked: [now] };
  if (target.to === 'done' && hasOpenSubtasks(board, issue)) {
    return refused('refused', 'it has open Sub-tasks');
  }
  const everywhere = () => (target.to === 'open' ? [STATUSES.new] : done);
  return walk(board, issue, target, leads ?? everywhere, guide);
}

function walk(
  board: Board,
  issue: StoredIssue,
  target: MoveTarget,
  leads: NonNullable<Workflow['leads']>,
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
    board.moveCard(issue.id, next);
    walked.push(next);
    if (step.kind === 'last') return { kind: 'applied', walked };
    now = next;
  }
}

function hasOpenSubtasks(board: Board, { id }: StoredIssue): boolean {
  return board
    .all()
    .some((child) => child.parentId === id && child.level === 'subtask' && child.status.category !== 'done');
}

function refused(code: string, reason: string): Extract<MoveAnswer, { kind: 'refused' }> {
  return { kind: 'refused', code, reason: asReason(reason) };
}
