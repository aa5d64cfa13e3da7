/** The result for programs: one JSON object, nothing else on standard output. */
import type { Outcome, Plan } from './api';

/** `plan` is what was shown; the rest is what was done, zeros where nothing was. */
export function toJson(plan: Plan, result: Outcome): object {
  const { fingerprint, planned, refusal } = plan.outcome;
  const { created, updated, closed, reopened, chosen, notesWritten, unchanged } = result;
  const { outOfScope, movedInJira, failed, conflicts, notices, proposals, calls } = result;
  return {
    plan: { fingerprint, ...planned, ...(refusal === undefined ? {} : { refusal }), changes: plan.changes },
    outcome: result.kind,
    created,
    updated,
    closed,
    reopened,
    chosen,
    notesWritten,
    unchanged,
    outOfScope,
    movedInJira,
    failed,
    conflicts,
    notices,
    proposals,
    calls,
  };
}
