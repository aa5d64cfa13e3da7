import type { LatestRuns } from './latest-runs';
import type { Run } from './model';
import { newRun, type Asked } from './new-run';
import type { RunQueue } from './queue';
import type { RunStore } from './run-store';

export interface StartRunPorts {
  readonly runs: Pick<RunStore, 'save'>;
  readonly latestRuns: Pick<LatestRuns, 'saveStarted'>;
  readonly queue: RunQueue;
  readonly newId: () => string;
}

/**
 * Stores a run and queues it; runs of one workload go one after another. It is stored first: what comes out of
 * the queue is an id alone.
 *
 * @param notBefore milliseconds since the epoch
 */
export async function startRun(asked: Omit<Asked, 'id'>, ports: StartRunPorts, notBefore = 0): Promise<Run> {
  const run: Run = { ...newRun({ ...asked, id: ports.newId() }), notBefore };
  await ports.runs.save(run);
  await ports.queue.enqueueRun(run, 0);
  await ports.latestRuns.saveStarted(run.workloadArn, run.id);
  return run;
}
