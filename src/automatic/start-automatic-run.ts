import type { Clock } from '../clock';
import type { LinkedWorkload } from '../linked-workloads/model';
import type { LatestRuns, AutomaticRunKind } from '../runs/latest-runs';
import type { Run } from '../runs/model';
import type { Asked } from '../runs/new-run';
import type { RunStore } from '../runs/run-store';
import { startRun, type StartRunPorts } from '../runs/start-run';
import { ifReadable } from '../storage/problems';
import { type ComingRuns, coveringRun } from './coming-runs';

export interface StartAutomaticRunPorts extends StartRunPorts {
  readonly runs: Pick<RunStore, 'save' | 'load' | 'approved'>;
  readonly latestRuns: Pick<LatestRuns, 'saveStarted' | 'started' | 'ended' | 'automatic' | 'saveAutomatic'>;
  readonly clock: Clock;
}

/** Queues a run of the whole workload, the same as a person's; unless one is coming that sees as much. Answers its id. */
export async function startAutomaticRun(
  { workloadArn, projectId, name }: LinkedWorkload,
  site: string,
  ports: StartAutomaticRunPorts,
  { needsQuietWorkload = false }: Pick<Run, 'needsQuietWorkload'> = {},
): Promise<string> {
  const now = ports.clock.now();
  const covering = coveringRun(await comingRuns(workloadArn, ports), needsQuietWorkload, now);
  if (covering !== undefined) return covering;
  const asked: Omit<Asked, 'id'> = {
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
  };
  const run = await startRun(asked, ports, now);
  await ports.latestRuns.saveAutomatic(workloadArn, needsQuietWorkload ? 'still-round' : 'round', run.id);
  return run.id;
}

async function comingRuns(
  workloadArn: string,
  { latestRuns, runs }: StartAutomaticRunPorts,
): Promise<ComingRuns> {
  const latest = async (kind: AutomaticRunKind) => {
    const runId = await latestRuns.automatic(workloadArn, kind);
    return runId === undefined ? undefined : ifReadable(runs.load(runId));
  };
  /** Where that cannot be read another run is started: one too many changes nothing twice. */
  const hasBegun = async (run: Run | undefined) => {
    const approved = run && (await ifReadable(runs.approved(run.id).then((changes) => ({ changes }))));
    return run !== undefined && (approved === undefined || approved.changes !== undefined);
  };
  const [atOnce, onceQuiet] = await Promise.all([latest('round'), latest('still-round')]);
  return { atOnce, onceQuiet, onceQuietHasBegun: await hasBegun(onceQuiet) };
}
