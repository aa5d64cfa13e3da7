/** Goes on with a run until it ends, pauses or leaves it to a newer one. */
import type { SyncEnd } from '../sync/sync-end';
import { runSync } from '../sync/run-sync';
import { endInterrupted, type EndInterruptedPorts } from './end-interrupted';
import { doneRun, endRun, type EndRunPorts } from './end-run';
import type { Run } from './model';
import { openRun, type OpenRun, type OpenRunPorts } from './open-run';
import { outcomeOf } from './outcome';
import { endedLine, lineOf } from './run-log';
import type { Guard } from '../storage/guarded';
import { giveBackAtEnd, secondsToWait, type LeaseStore } from './lease-store';
import type { RunStore } from './run-store';
import { showPlan } from './show-plan';
import { stopRun, type StopRunPorts } from './stop-run';

export interface ContinueRunPorts extends OpenRunPorts, EndRunPorts, StopRunPorts, EndInterruptedPorts {
  readonly runs: RunStore;
  readonly linkedWorkloads: OpenRunPorts['linkedWorkloads'] & StopRunPorts['linkedWorkloads'];
  readonly afterRun: AfterRun & StopRunPorts['afterRun'] & EndInterruptedPorts['afterRun'];
  readonly leases: LeaseStore;
}

export interface AfterRun {
  /** A run has ended by itself. `lastWriteAt`: as `OpenRun` has it. */
  ended(run: Run, end: SyncEnd, lastWriteAt: number | undefined): Promise<void>;
}

/**
 * Events come at least once, late and repeated: a run that ended is left alone, one that is early is queued
 * again, and one whose invocation died goes on from what is recorded.
 *
 * @param site the Jira site of this invocation; what a run stored of it may be of a version that did not know
 */
export async function continueRun(runId: string, site: string, ports: ContinueRunPorts): Promise<void> {
  const { runs, queue, clock } = ports;
  const stored = await runs.load(runId);
  if (!stored || stored.state === 'done' || stored.state === 'failed') return;
  const run = { ...stored, site };
  const early = (run.notBefore - clock.now()) / 1000;
  if (early > 0) {
    await queue.enqueueRun(run, early);
    return;
  }
  const taken = await ports.leases.take(run.workloadArn, runId);
  if (taken.kind === 'held') {
    await queue.enqueueRun(run, secondsToWait(taken.until - clock.now()));
    return;
  }
  let unsettled: string | undefined = taken.before ?? runId;
  try {
    await endInterrupted(taken.before, run, ports);
    unsettled = runId;
    await goOn(begun(run, ports), taken.lease, ports);
    unsettled = undefined;
  } finally {
    await giveBackAtEnd(ports.leases, taken.lease, unsettled);
  }
}

/** Its first invocation says so; how long it takes is counted from here. */
function begun(run: Run, { clock, runLog }: Pick<ContinueRunPorts, 'clock' | 'runLog'>): Run {
  if (run.beganAt !== undefined) return run;
  runLog(lineOf(run, 'started', clock.now()));
  return { ...run, beganAt: clock.now() };
}

async function goOn(run: Run, lease: Guard, ports: ContinueRunPorts): Promise<void> {
  let open: OpenRun | undefined;
  try {
    open = await openRun(run, lease, ports);
    const end = await runSync(open.request, open.ports);
    await finish(run, open, end, ports);
  } catch (error) {
    const reported = open ? { ...open.current(), calls: open.calls() } : run;
    await stopRun(reported, { error, unfinished: open?.unfinished() }, ports);
  }
}

async function finish(run: Run, open: OpenRun, end: SyncEnd, ports: ContinueRunPorts): Promise<void> {
  const shown = (await ports.runs.loadShown(run.id)) ?? (await showPlan(run.id, end.plan, end.notes, ports));
  const calls = open.calls();
  const outcome = outcomeOf(end, shown, calls);
  await ports.runs.saveOutcome(run.id, outcome);
  const ended = doneRun(open.current(), end, calls);
  await endRun(ended, outcome, ports);
  ports.runLog(endedLine(ended, outcome, ports.clock.now()));
  await ports.afterRun.ended(run, end, open.lastWriteAt());
}
