import type { Plan } from '../plan/plan';
import { unknownNames } from '../plan/scope';
import type { SyncRequest } from './ports';
import type { Prepared } from './prepare';
import type { Reading } from './read';
import type { SyncEnd } from './sync-end';

/**
 * Why this plan is shown and not applied; undefined where it is to be applied. A run that an earlier
 * invocation began applying has passed these checks: what is left of its plan looks different by nature.
 */
export function refuse(
  plan: Plan,
  prepared: Prepared,
  { review, book }: Reading,
  request: SyncRequest,
): Pick<SyncEnd, 'kind' | 'why'> | undefined {
  if (book.projectKey && book.projectKey !== request.projectKey) {
    return {
      kind: 'blocked',
      why: `The workload already syncs to project ${book.projectKey}; one workload syncs to one project.`,
    };
  }
  const problems = [...unknownNames(request.options.selection, review), ...prepared.problems];
  if (problems.length > 0) return { kind: 'blocked', why: problems.join('\n') };
  if (request.mode === 'preview') return { kind: 'previewed', why: plan.refusal };
  if (request.approved) return undefined;
  if (request.fingerprint !== undefined && request.fingerprint !== plan.fingerprint) {
    return { kind: 'changed-since', why: 'The review or the issues changed since the plan was shown.' };
  }
  if (plan.refusal && !request.confirm) return { kind: 'refused', why: plan.refusal };
  return undefined;
}
