import { randomUUID } from 'node:crypto';
import type { LinkedWorkload } from '../linked-workloads/model';
import type { Run } from '../runs/model';
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
  const run: Run = {
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
    state: 'queued',
    workloadName: name,
    step: 'Waiting for its turn',
    progress: { done: 0, total: 0 },
    troubles: 0,
    notBefore: 0,
    tally: { updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 0 },
    calls: { jira: 0, aws: 0 },
  };
  await runs.save(run);
  await enqueue(run, 0);
  await latestRuns.saveRound(workloadArn, run.id);
}
