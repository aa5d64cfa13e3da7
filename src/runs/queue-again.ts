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
 * Queues the run before it is saved. Whoever dies in between, or meets storage that does not answer, leaves an event
 * with a newer number than the run's, which goes on; so does the event that this invocation came by, if it comes again,
 * and what both push has the same number, of which one goes on. The other way round the run would have the newer number
 * and no event. Throws what the queue throws: then nothing was saved.
 */
export async function queueAgain(run: Run, seconds: number, ports: QueueAgainPorts): Promise<void> {
  const next = { ...run, wake: run.wake + 1 };
  await ports.queue.enqueueRun(next, seconds);
  try {
    await ports.runs.save(next);
    await ports.dueRuns.set(next, ports.clock.now() + seconds * 1000);
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
  }
}
