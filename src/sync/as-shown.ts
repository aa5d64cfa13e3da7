import { canonicalJson, hash } from '../hash';
import type { Plan } from '../review-entries/entry';
import type { Reading } from './read';
import type { NotesPlan } from './write-back/plan-notes';

/**
 * The plan under the fingerprint of all that a person decides by it: beside its changes, which issues it adopts or
 * deletes and which blocks leave AWS. Another set of these is another plan. Pure.
 */
export function asShown(
  plan: Plan,
  { adopted, twins }: Pick<Reading, 'adopted' | 'twins'>,
  { planned }: NotesPlan,
): Plan {
  const removed = [...planned].filter(([, { what }]) => what === 'remove').map(([key]) => key);
  const deleted = twins.filter(({ taken }) => taken).map(({ issue }) => issue.id);
  if (adopted.length + removed.length + deleted.length === 0) return plan;
  const ids = adopted.map(({ id }) => id).sort();
  const decided = [plan.fingerprint, ids, removed, ...(deleted.length > 0 ? [deleted.sort()] : [])];
  return { ...plan, fingerprint: hash(canonicalJson(decided)) };
}
