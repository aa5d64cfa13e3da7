import type { Reason } from '../reason';
import type { Plan } from '../review-entries/entry';
import { unknownNames } from '../review-entries/scope';
import { doubled } from './adoption';
import type { SyncRequest } from './ports';
import type { Prepared } from './prepare';
import type { Reading } from './read';
import { because } from './reasons';
import type { Budget } from './budget/budget';
import type { SyncEnd } from './sync-end';

/**
 * Why this plan is shown and not applied; undefined where it is to be applied. A run that an earlier
 * invocation began applying has passed these checks: what is left of its plan looks different by nature.
 */
export function refuse(
  plan: Plan,
  prepared: Prepared,
  reading: Reading,
  request: SyncRequest,
  budget: Budget,
): Pick<SyncEnd, 'kind' | 'why'> | undefined {
  // Which project is not said: who reads this may not be allowed to see it.
  if (livesElsewhere(reading, request)) return { kind: 'blocked', why: [because('workload-elsewhere')] };
  if (reading.adoptable.length > 0) return { kind: 'blocked', why: [undecided(reading)] };
  const twice = doubled(reading.adopted);
  if (twice) return { kind: 'blocked', why: [twice] };
  const problems = [...unknownNames(request.options.selection, reading.review), ...prepared.problems];
  if (problems.length > 0) return { kind: 'blocked', why: problems };
  const why = [...(plan.refusal ? [plan.refusal] : []), ...(budget.why() ?? [])];
  if (request.mode === 'preview') return { kind: 'previewed', why: why.length > 0 ? why : undefined };
  if (request.approved) return undefined;
  if (request.fingerprint !== undefined && request.fingerprint !== plan.fingerprint) {
    return { kind: 'changed-since', why: [because('changed-since-shown')] };
  }
  if (why.length === 0 || request.confirm) return undefined;
  // Where nobody is there to confirm it, other kinds of changes go on.
  const goesOn = request.automatic && plan.refusal === undefined && budget.leavesSome();
  return goesOn ? undefined : { kind: 'refused', why };
}

/** The store knows no issue of the workload: it would make all of them a second time. */
function undecided({ adoptable }: Reading): Reason {
  return because('adopt-or-make-new', { issues: adoptable.length });
}

/**
 * A workload belongs to the project where its issues were first made, for as long as one of them is there:
 * a project that was deleted, or that all of them have left, holds it no longer.
 */
function livesElsewhere({ workloadLinks, issues }: Reading, { projectId }: SyncRequest): boolean {
  return (
    workloadLinks.projectId !== projectId &&
    issues.some((issue) => issue.projectId === workloadLinks.projectId)
  );
}
