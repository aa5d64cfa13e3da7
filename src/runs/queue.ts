import type { Run } from './model';

export interface RunQueue {
  /** Resolves when the queue has it. It comes at least once, after the delay or, if that is long, earlier. */
  enqueueRun(run: Pick<Run, 'id' | 'workloadArn'>, delaySeconds: number): Promise<void>;
}
