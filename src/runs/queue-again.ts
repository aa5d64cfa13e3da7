/** A run that does not end in this invocation is queued for the next one. */
import type { Clock } from '../clock';
import { StorageUnavailable } from '../storage/unavailable';
import type { DueRuns } from './due-runs';
import { hasEnded, type Run } from './model';
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
  await unlessSilent(() => keep(next, seconds, ports));
}

/** As `queueAgain`, for whoever has no lease: a run that ended, or went on, while it was queued again stays so. */
export async function queueAgainUnheld(
  run: Run,
  seconds: number,
  ports: QueueAgainPorts & { readonly runs: Pick<RunStore, 'load'> },
): Promise<void> {
  const next = { ...run, wake: run.wake + 1 };
  await ports.queue.enqueueRun(next, seconds);
  await unlessSilent(async () => {
    const now = await ports.runs.load(run.id);
    if (now && !hasEnded(now) && now.wake <= run.wake) await keep(next, seconds, ports);
  });
}

async function keep(next: Run, seconds: number, { runs, dueRuns, clock }: QueueAgainPorts): Promise<void> {
  await runs.save(next);
  await dueRuns.set(next, clock.now() + seconds * 1000);
}

async function unlessSilent(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
  }
}
