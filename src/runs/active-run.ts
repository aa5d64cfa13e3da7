import { ifReadable } from '../storage/problems';
import type { LatestRuns } from './latest-runs';
import type { Run } from './model';
import type { RunStore } from './run-store';

export interface ActiveRunPorts {
  readonly latestRuns: Pick<LatestRuns, 'started'>;
  readonly runs: Pick<RunStore, 'load'>;
}

/** The run that was started last, while it has not ended. */
export async function activeRun(
  { workloadArn, projectId }: Pick<Run, 'workloadArn' | 'projectId'>,
  { latestRuns, runs }: ActiveRunPorts,
): Promise<{ readonly runId: string; readonly mode: Run['mode'] } | undefined> {
  const runId = await latestRuns.started(workloadArn);
  const run = runId === undefined ? undefined : await ifReadable(runs.load(runId));
  if (run?.projectId !== projectId || run.state === 'done' || run.state === 'failed') return undefined;
  return { runId: run.id, mode: run.mode };
}
