import { randomUUID } from 'node:crypto';
import { type ComingRounds, isCovered } from '../automatic/coming-rounds';
import type { LinkedWorkload } from '../linked-workloads/model';
import type { RoundKind } from '../runs/latest-runs';
import type { Run } from '../runs/model';
import { newRun } from '../runs/new-run';
import { latestRuns, runs } from './forge';
import { enqueue } from './queue';

/** Queues a run of automatic mode, the same as a person's, of the whole workload; unless one is coming. */
export async function startRound(
  { workloadArn, projectId, name }: LinkedWorkload,
  site: string,
  { needsQuietWorkload = false }: Pick<Run, 'needsQuietWorkload'> = {},
): Promise<void> {
  const now = Date.now();
  if (isCovered(await comingRounds(workloadArn), needsQuietWorkload, now)) return;
  const asked = newRun({
    id: randomUUID(),
    site,
    workloadArn,
    ...(needsQuietWorkload && { needsQuietWorkload }),
    projectId,
    mode: 'sync',
    selection: {},
    recreate: false,
    settle: [],
    confirm: false,
    workloadName: name,
  });
  const run: Run = { ...asked, notBefore: now };
  await runs.save(run);
  await enqueue(run, 0);
  await latestRuns.saveRound(workloadArn, needsQuietWorkload ? 'still-round' : 'round', run.id);
  await latestRuns.saveStarted(workloadArn, run.id);
}

async function comingRounds(workloadArn: string): Promise<ComingRounds> {
  const latest = async (kind: RoundKind) => {
    const runId = await latestRuns.round(workloadArn, kind);
    return runId === undefined ? undefined : runs.load(runId);
  };
  const [round, stillRound] = await Promise.all([latest('round'), latest('still-round')]);
  const approved = stillRound && (await runs.approved(stillRound.id));
  return { round, stillRound, stillRoundHasBegun: approved !== undefined };
}
