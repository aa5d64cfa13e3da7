import type { Clock } from '../clock';
import { whenAll } from '../in-flight';
import { runUnderWay } from './active-run';
import { logBug } from '../log-bug';
import type { DueRuns } from './due-runs';
import type { LatestRuns } from './latest-runs';
import type { Run } from './model';
import { newRun, type Asked } from './new-run';
import type { RunQueue } from './queue';
import { because } from './reasons';
import type { RunStore } from './run-store';

export interface StartRunPorts {
  readonly runs: Pick<RunStore, 'load' | 'save'>;
  /** For a run that storage has not heard of. */
  readonly newRuns: Pick<RunStore, 'save'>;
  readonly dueRuns: Pick<DueRuns, 'set' | 'lane'>;
  readonly latestRuns: Pick<LatestRuns, 'saveStarted' | 'started' | 'ended'>;
  readonly queue: RunQueue;
  readonly newId: () => string;
  readonly clock: Clock;
}

/**
 * Stores a run and queues it; runs of one workload go one after another. It is stored first: what comes out of
 * the queue is an id alone. Where the queue does not say that it has it, the run says so, and is queued again by
 * `reviveRuns` if it does not begin.
 *
 * @param notBefore milliseconds since the epoch
 */
export async function startRun(asked: Omit<Asked, 'id'>, ports: StartRunPorts, notBefore = 0): Promise<Run> {
  const [lane, before] = await whenAll([
    ports.dueRuns.lane(asked.workloadArn),
    runUnderWay(asked.workloadArn, ports),
  ]);
  const behind = before === undefined ? {} : { behind: before.id };
  const run: Run = { ...newRun({ ...asked, id: ports.newId() }), lane, notBefore, ...behind };
  // First: of a run that stands in storage nobody else would find out that it does not begin.
  await ports.dueRuns.set(run, ports.clock.now());
  await whenAll([ports.newRuns.save(run), ports.latestRuns.saveStarted(run.workloadArn, run.id)]);
  try {
    await ports.queue.enqueueRun(run, 0);
    return run;
  } catch (error) {
    logBug('queue', error);
    return saySilent(run, ports);
  }
}

/** The event may have come all the same, and the run be at work or over: then that stands. */
async function saySilent(run: Run, { runs, dueRuns, clock }: StartRunPorts): Promise<Run> {
  const silent = { ...run, message: because('queue-silent') };
  const now = await runs.load(run.id);
  if (now?.state !== 'queued' || now.wake !== run.wake) return now ?? silent;
  await runs.save(silent);
  // One that ended at this very moment is found once more.
  await dueRuns.set(silent, clock.now());
  return silent;
}
