import { canonicalJson, hash } from '../hash';
import type { OurIssue } from '../jira/model';
import type { Plan } from '../review-entries/entry';
import type { NotesPlan } from './write-back/plan-notes';

/**
 * The plan under the fingerprint of all that a person decides by it: beside its changes, which issues it adopts and
 * which blocks leave AWS. Another set of these is another plan. Pure.
 */
export function asShown(plan: Plan, adopted: readonly OurIssue[], { planned }: NotesPlan): Plan {
  const removed = [...planned].filter(([, { what }]) => what === 'remove').map(([key]) => key);
  if (adopted.length + removed.length === 0) return plan;
  const ids = adopted.map(({ id }) => id).sort();
  return { ...plan, fingerprint: hash(canonicalJson([plan.fingerprint, ids, removed])) };
}
