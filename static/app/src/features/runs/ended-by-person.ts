import type { RunView } from '../../../../../src/contract';

/** Somebody ended it before it was done, which is no failure. */
export function isEndedByPerson({ message }: Pick<RunView, 'message'>): boolean {
  return message?.code === 'run-ended-by-person';
}
