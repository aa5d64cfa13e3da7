import type { RunOutcome } from '../../../../../../src/contract';

/** What a plan without a change leaves to a person: only where that is nothing do review and backlog agree. Pure. */
export function leftToPerson({ conflicts, failed }: Pick<RunOutcome, 'conflicts' | 'failed'>): number {
  return conflicts.length + failed.length;
}
