import type { Run } from './model';

/** By then, in milliseconds, a run that was to begin or to go on has lost its event, and waits for nothing. */
export const LOST_MS = 3_600_000;

export interface RunQueue {
  /**
   * Resolves when the queue has it. It comes at least once, after the delay or, if that is long, earlier; with the
   * run's `wake`, so that those that came before it do nothing.
   */
  enqueueRun(run: Pick<Run, 'id' | 'workloadArn' | 'wake' | 'lane'>, delaySeconds: number): Promise<void>;
}
