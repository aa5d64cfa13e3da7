/** Goes on with a run until it ends, pauses or leaves it to a newer one. */
import type { SyncEnd } from '../sync/sync-end';
import { runSync } from '../sync/run-sync';
import { ifReadable } from '../storage/problems';
import { doneRun, endRun, type EndRunPorts } from './end-run';
import type { Run } from './model';
import { because } from './reasons';
import { openRun, type OpenRun, type OpenRunPorts } from './open-run';
import { outcomeOf } from './outcome';
import { endedLine, lineOf, stoppedLine } from './run-log';
import type { Guard } from '../storage/guarded';
import type { LeaseStore } from './lease-store';
import type { RunStore } from './run-store';
import { showPlan } from './show-plan';
import { stopRun, type StopRunPorts } from './stop-run';
import { saveStoppedOutcome } from './stopped-outcome';

export interface ContinueRunPorts extends OpenRunPorts, EndRunPorts, StopRunPorts {
  readonly runs: RunStore;
  readonly linkedWorkloads: OpenRunPorts['linkedWorkloads'] & StopRunPorts['linkedWorkloads'];
  readonly afterRun: AfterRun & StopRunPorts['afterRun'];
  readonly leases: LeaseStore;
  readonly newId: () => string;
}

/** Between two looks at a lease that another invocation has. */
const LONGEST_WAIT_SECONDS = 60;

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
  const taken = await ports.leases.take(run.workloadArn);
  if (taken.kind === 'held') {
    await queue.enqueueRun(run, secondsToWait(taken.until - clock.now()));
    return;
  }
  try {
    const before = await runs.takeLease(run.workloadArn, { runId, invocation: ports.newId() });
    await endInterrupted(run, before, ports);
    await goOn(begun(run, ports), taken.lease, ports);
  } finally {
    await ports.leases.giveBack(taken.lease);
  }
}

/** Another invocation is at work, or died: the lease is given back at any moment, or ends by itself. */
function secondsToWait(ms: number): number {
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(ms / 1000)));
}

/** Its first invocation says so; how long it takes is counted from here. */
function begun(run: Run, { clock, runLog }: Pick<ContinueRunPorts, 'clock' | 'runLog'>): Run {
  if (run.beganAt !== undefined) return run;
  runLog(lineOf(run, 'started', clock.now()));
  return { ...run, beganAt: clock.now() };
}

/** The lease is taken by one at a time, so a run that still counts as the workload's has died. */
async function endInterrupted(
  run: Run,
  before: { readonly runId: string } | undefined,
  ports: Pick<ContinueRunPorts, 'runs' | 'openLinks' | 'clock' | 'runLog'>,
): Promise<void> {
  const { runs, clock, runLog } = ports;
  if (!before || before.runId === run.id) return;
  const other = await ifReadable(runs.load(before.runId));
  if (other?.state !== 'running') return;
  const message = because('run-interrupted');
  await saveStoppedOutcome(other, undefined, ports);
  await runs.save({ ...other, state: 'failed', message });
  runLog(stoppedLine(other, 'failed', { error: undefined, reason: message, now: clock.now() }));
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
  await ports.runs.releaseLease(run.workloadArn);
  await ports.afterRun.ended(run, end, open.lastWriteAt());
}
