import { ifReadable } from '../storage/problems';
import type { LatestRuns } from './latest-runs';
import { hasEnded, type Run } from './model';
import type { RunStore } from './run-store';

export interface ActiveRunPorts {
  readonly latestRuns: Pick<LatestRuns, 'started' | 'ended'>;
  readonly runs: Pick<RunStore, 'load'>;
}

/** The run that was started last, while it has not ended: that of the latest sync has. */
export async function activeRun(
  { workloadArn, projectId }: Pick<Run, 'workloadArn' | 'projectId'>,
  { latestRuns, runs }: ActiveRunPorts,
): Promise<{ readonly runId: string; readonly mode: Run['mode'] } | undefined> {
  const [runId, latest] = await Promise.all([latestRuns.started(workloadArn), latestRuns.ended(workloadArn)]);
  if (runId === undefined || runId === latest?.runId) return undefined;
  const run = await ifReadable(runs.load(runId));
  if (run?.projectId !== projectId || hasEnded(run)) return undefined;
  return { runId: run.id, mode: run.mode };
}
