import { randomUUID } from 'node:crypto';
import type { LinkedWorkload } from '../linked-workloads/model';
import type { Run } from '../runs/model';
import { newRun } from '../runs/new-run';
import { latestRuns, runs } from './forge';
import { enqueue } from './queue';

/**
 * Queues a run of automatic mode: the same as a person's, of the whole workload. One that waits for its turn
 * will see what another one would.
 */
export async function startRound(
  { workloadArn, projectId, name }: LinkedWorkload,
  site: string,
  options: Pick<Run, 'needsStillWorkload'> = {},
): Promise<void> {
  const last = await latestRuns.round(workloadArn);
  if (last !== undefined && (await runs.load(last))?.state === 'queued') return;
  const run = newRun({
    id: randomUUID(),
    site,
    workloadArn,
    ...options,
    projectId,
    mode: 'sync',
    selection: {},
    recreate: false,
    settle: [],
    confirm: false,
    workloadName: name,
  });
  await runs.save(run);
  await enqueue(run, 0);
  await latestRuns.saveRound(workloadArn, run.id);
  await latestRuns.saveStarted(workloadArn, run.id);
}
