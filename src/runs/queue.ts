import type { Run } from './model';

/** By then, in milliseconds, a run that was to begin or to go on has lost its event, and waits for nothing. */
export const LOST_MS = 3_600_000;

/** Whether a run that has not ended may yet be heard of. @param now in milliseconds since the epoch */
export function mayComeYet(
  { beganAt = 0, notBefore }: Pick<Run, 'beganAt' | 'notBefore'>,
  now: number,
): boolean {
  return now < Math.max(beganAt, notBefore) + LOST_MS;
}

/**
 * After so many milliseconds what was due is pushed again: longer than an invocation and its lease last, so that what is
 * at work is never late, and a queue that is behind is not taken for one that loses.
 */
export const OVERDUE_MS = 20 * 60_000;

export interface RunQueue {
  /**
   * Resolves when the queue has it. It comes at least once, after the delay or, if that is long, earlier; with the
   * run's `wake`, so that those that came before it do nothing.
   */
  enqueueRun(run: Pick<Run, 'id' | 'workloadArn' | 'wake' | 'lane'>, delaySeconds: number): Promise<void>;
}
