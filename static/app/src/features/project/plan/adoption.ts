import type { RunOutcome } from '../../../../../../src/contract';

/** Whether the run made nothing because nobody said yet whose issues those in the project are. */
export function isUndecided({ kind, refusal = [] }: RunOutcome): boolean {
  return kind === 'blocked' && refusal.some(({ code }) => code === 'adopt-or-make-new');
}

/** How many could be adopted; the person may see fewer. */
export function adoptableIn({ refusal = [] }: RunOutcome): number {
  return Number(refusal.find(({ code }) => code === 'adopt-or-make-new')?.params.issues ?? 0);
}

/** How many issues the plan deletes, which the app had made a second time. */
export function removedIn({ proposals }: RunOutcome): number {
  return proposals.filter(({ proposal }) => proposal?.kind === 'twin' && proposal.taken).length;
}

/** How many the plan adopts. */
export function adoptedIn({ notices }: RunOutcome): number {
  return Number(notices.find(({ code }) => code === 'adopts')?.params.issues ?? 0);
}
