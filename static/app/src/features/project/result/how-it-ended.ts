import type { RunOutcome } from '../../../../../../src/contract';

/**
 * - `stopped`: it failed, or a person ended it.
 * - `partly`: not everything worked.
 * - `waits`: the safety check let a part of the plan be done, and the rest waits for a person.
 * - `needsPerson`: something is to settle, beside what was done.
 */
export type Ending = 'stopped' | 'partly' | 'waits' | 'needsPerson' | 'nothing' | 'allDone';

/**
 * How a run that may have written something ended: what of it a person should look at first. What a put-back refuses
 * is to come: it has done all of its own. Pure.
 */
export function howItEnded(
  { kind, failed, conflicts, refusal = [] }: Pick<RunOutcome, 'kind' | 'failed' | 'conflicts' | 'refusal'>,
  hasDone: boolean,
  isPutBack = false,
): Ending {
  if (kind === 'stopped') return 'stopped';
  if (failed.length > 0) return 'partly';
  if (refusal.length > 0 && !isPutBack) return 'waits';
  if (conflicts.length > 0) return 'needsPerson';
  return hasDone ? 'allDone' : 'nothing';
}
