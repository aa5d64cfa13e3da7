import type { Plan } from '../review-entries/entry';
import { unknownNames } from '../review-entries/scope';
import type { SyncRequest } from './ports';
import type { Prepared } from './prepare';
import type { Reading } from './read';
import type { SyncEnd } from './sync-end';

/** Does not name the project: who reads this may not be allowed to see it. */
const ELSEWHERE =
  'The workload already has issues in another project, and one workload syncs to one project. Move or delete its issues there first, or sync it from that project.';

/**
 * Why this plan is shown and not applied; undefined where it is to be applied. A run that an earlier
 * invocation began applying has passed these checks: what is left of its plan looks different by nature.
 */
export function refuse(
  plan: Plan,
  prepared: Prepared,
  reading: Reading,
  request: SyncRequest,
): Pick<SyncEnd, 'kind' | 'why'> | undefined {
  if (livesElsewhere(reading, request)) return { kind: 'blocked', why: [ELSEWHERE] };
  const problems = [...unknownNames(request.options.selection, reading.review), ...prepared.problems];
  if (problems.length > 0) return { kind: 'blocked', why: problems };
  if (request.mode === 'preview') return { kind: 'previewed', why: plan.refusal && [plan.refusal] };
  if (request.approved) return undefined;
  if (request.fingerprint !== undefined && request.fingerprint !== plan.fingerprint) {
    const why = 'The review or the issues changed since the plan was shown.';
    return { kind: 'changed-since', why: [why] };
  }
  if (plan.refusal && !request.confirm) return { kind: 'refused', why: [plan.refusal] };
  return undefined;
}

/**
 * A workload belongs to the project where its issues were first made, for as long as one of them is there:
 * a project that was deleted, or that all of them have left, holds it no longer.
 */
function livesElsewhere({ book, issues }: Reading, { projectId }: SyncRequest): boolean {
  return book.projectId !== projectId && issues.some((issue) => issue.projectId === book.projectId);
}
