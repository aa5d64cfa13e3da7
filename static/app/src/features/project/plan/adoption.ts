import type { RunOutcome } from '../../../../../../src/contract';

/** Whether the run made nothing because nobody said yet whose issues those in the project are. */
export function isUndecided({ kind, refusal = [] }: RunOutcome): boolean {
  return kind === 'blocked' && refusal.some(({ code }) => code === 'adopt-or-make-new');
}

export function adoptableIn({ notices }: RunOutcome): number {
  return notices.filter(({ code }) => code === 'could-be-adopted').length;
}

export function adoptedIn({ notices }: RunOutcome): number {
  return notices.filter(({ code }) => code === 'is-adopted').length;
}
