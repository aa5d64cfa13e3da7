/** A run that does not end in this invocation is queued for the next one. */
import type { Clock } from '../clock';
import { StorageUnavailable } from '../storage/unavailable';
import type { DueRuns } from './due-runs';
import type { Run } from './model';
import type { RunQueue } from './queue';
import type { RunStore } from './run-store';

export interface QueueAgainPorts {
  readonly runs: Pick<RunStore, 'save'>;
  readonly dueRuns: Pick<DueRuns, 'set'>;
  readonly queue: RunQueue;
  readonly clock: Clock;
}

/**
 * Saves the run before it is queued: an event that comes early finds when it is due, and one that comes twice that
 * another has taken its place. Where storage does not answer the event alone goes on, which has the newer number.
 * Where the queue does not, what it throws is thrown, and the event that this invocation came by may come again.
 */
export async function queueAgain(run: Run, seconds: number, ports: QueueAgainPorts): Promise<void> {
  const next = { ...run, wake: run.wake + 1 };
  await savedOrNot(async () => {
    await ports.runs.save(next);
    await ports.dueRuns.set(next, ports.clock.now() + seconds * 1000);
  });
  try {
    await ports.queue.enqueueRun(next, seconds);
  } catch (error) {
    await savedOrNot(() => ports.runs.save(run));
    throw error;
  }
}

async function savedOrNot(save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
  }
}
