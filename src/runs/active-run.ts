import { ifReadable } from '../storage/problems';
import type { LatestRuns } from './latest-runs';
import { hasEnded, type Run } from './model';
import type { RunStore } from './run-store';

export interface ActiveRunPorts {
  readonly latestRuns: Pick<LatestRuns, 'started' | 'ended'>;
  readonly runs: Pick<RunStore, 'load'>;
}

/** Runs that one may stand behind, one behind the other; nobody waits for more. */
const MOST_BEHIND = 5;

/**
 * The run of the workload that has not ended, and that was started last: a later one may have overtaken it where its
 * event was lost. Where the latest sync was the run that was started last, and began behind none, its record says so.
 */
export async function runUnderWay(
  workloadArn: string,
  { latestRuns, runs }: ActiveRunPorts,
): Promise<Run | undefined> {
  const [started, latest] = await Promise.all([
    latestRuns.started(workloadArn),
    latestRuns.ended(workloadArn),
  ]);
  let runId = started;
  for (let nth = 0; runId !== undefined && nth < MOST_BEHIND; nth += 1) {
    if (runId === latest?.runId) runId = latest.behind;
    else {
      const run = await ifReadable(runs.load(runId));
      if (run !== undefined && !hasEnded(run)) return run;
      runId = run?.behind;
    }
  }
  return undefined;
}

/** The same for those who see the workload through this project. */
export async function activeRun(
  { workloadArn, projectId }: Pick<Run, 'workloadArn' | 'projectId'>,
  ports: ActiveRunPorts,
): Promise<{ readonly runId: string; readonly mode: Run['mode'] } | undefined> {
  const run = await runUnderWay(workloadArn, ports);
  return run?.projectId === projectId ? { runId: run.id, mode: run.mode } : undefined;
}
