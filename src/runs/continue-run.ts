/** Goes on with a run until it ends, pauses or leaves it to a newer one. */
import type { RunOutcome } from '../contract';
import type { SyncEnd } from '../sync/sync-end';
import { runSync } from '../sync/run-sync';
import { LONGEST_WAIT_SECONDS } from '../upstream-error';
import { endInterrupted, type EndInterruptedPorts } from './end-interrupted';
import { doneRun, endRun, type EndRunPorts } from './end-run';
import { hasEnded, type Run } from './model';
import { openRun, readAhead, type OpenRun, type OpenRunPorts } from './open-run';
import { outcomeOf } from './outcome';
import { endedLine, lineOf } from './run-log';
import { logBug } from '../log-bug';
import type { Guard } from '../storage/guarded';
import { StorageUnavailable } from '../storage/unavailable';
import { giveBackAtEnd, secondsToWait, type LeaseStore, type Taken } from './lease-store';
import { queueAgainUnheld, type QueueAgainPorts } from './queue-again';
import type { RunStore } from './run-store';
import { showPlan } from './show-plan';
import { stopRun, type StopRunPorts } from './stop-run';

export interface ContinueRunPorts
  extends OpenRunPorts, EndRunPorts, StopRunPorts, EndInterruptedPorts, QueueAgainPorts {
  readonly runs: RunStore;
  readonly dueRuns: StopRunPorts['dueRuns'];
  /** As the invocation that has the lease may write them. */
  readonly runsUnder: (lease: Guard) => RunStore;
  readonly linkedWorkloads: OpenRunPorts['linkedWorkloads'] & StopRunPorts['linkedWorkloads'];
  readonly afterRun: AfterRun & StopRunPorts['afterRun'] & EndInterruptedPorts['afterRun'];
  readonly leases: LeaseStore;
}

export interface AfterRun {
  /** A run ends by itself. `lastWriteAt`: as `OpenRun` has it. May be told twice. */
  ended(run: Run, end: SyncEnd, lastWriteAt: number | undefined): Promise<void>;
}

/** What comes out of the queue. */
export interface RunEvent {
  readonly runId: string;
  /** The run's, as it was pushed; absent in events of a version that did not count. */
  readonly wake?: number;
}

/**
 * Events come at least once, late and repeated: a run that ended is left alone, and so is one that a later event goes
 * on with; one that is early is queued again, and one whose invocation died goes on from what is recorded.
 *
 * @param site the Jira site of this invocation; what a run stored of it may be of a version that did not know
 */
export async function continueRun(event: RunEvent, site: string, ports: ContinueRunPorts): Promise<void> {
  const run = await loadFor(event, site, ports.runs);
  if (!run) return;
  const early = (run.notBefore - ports.clock.now()) / 1000;
  if (early > 0) return queueAgainUnheld(...sooner(run, early, ports), ports);
  readAhead(run, ports);
  const taken = await ports.leases.take(run.workloadArn, run.id);
  if (taken.kind === 'held') return comeAgain(run, taken, ports);
  await goOnUnder(taken, event, site, { ...ports, runs: ports.runsUnder(taken.lease) });
}

/** The run that the event is to go on with; undefined where it ended, or a later event goes on with it. */
async function loadFor(
  { runId, wake }: RunEvent,
  site: string,
  runs: Pick<RunStore, 'load'>,
): Promise<Run | undefined> {
  const run = await runs.load(runId);
  if (!run || hasEnded(run) || (wake !== undefined && wake < run.wake)) return undefined;
  return { ...run, site, wake: wake ?? run.wake };
}

/** No later than a run may wait: a version that did not know the limit stored what a service had asked for. */
function sooner(run: Run, seconds: number, { clock }: Pick<ContinueRunPorts, 'clock'>): [Run, number] {
  if (seconds <= LONGEST_WAIT_SECONDS) return [run, seconds];
  return [{ ...run, notBefore: clock.now() + LONGEST_WAIT_SECONDS * 1000 }, LONGEST_WAIT_SECONDS];
}

/**
 * Where the run itself has the lease, its invocation is at work and pushes the next event, or died: this one comes
 * again as it is, once the lease has ended. Otherwise another run is at work, and may end at any moment.
 */
function comeAgain(
  run: Run,
  { until, runId }: Extract<Taken, { kind: 'held' }>,
  ports: Pick<ContinueRunPorts, keyof QueueAgainPorts>,
): Promise<void> {
  const left = until - ports.clock.now();
  if (runId === run.id) return ports.queue.enqueueRun(run, Math.max(1, Math.ceil(left / 1000)));
  return queueAgainUnheld(run, secondsToWait(left), ports);
}

/** What was read before the lease was taken may have gone on or ended meanwhile: it is read again under it. */
async function goOnUnder(
  { lease, before }: Extract<Taken, { kind: 'taken' }>,
  event: RunEvent,
  site: string,
  ports: ContinueRunPorts,
): Promise<void> {
  let unsettled = before;
  try {
    const run = await loadFor(event, site, ports.runs);
    if (!run) {
      if (before === event.runId) unsettled = undefined;
      return;
    }
    unsettled ??= run.id;
    await endInterrupted(before, run, ports);
    unsettled = run.id;
    await goOn(begun(run, ports), lease, ports);
    unsettled = undefined;
  } finally {
    await giveBackAtEnd(ports.leases, lease, unsettled);
  }
}

/** Its first invocation says so; how long it takes is counted from here. */
function begun(run: Run, { clock, runLog }: Pick<ContinueRunPorts, 'clock' | 'runLog'>): Run {
  if (run.beganAt !== undefined) return { ...run, revivals: 0 };
  runLog(lineOf(run, 'started', clock.now()));
  return { ...run, revivals: 0, beganAt: clock.now() };
}

async function goOn(run: Run, lease: Guard, ports: ContinueRunPorts): Promise<void> {
  let open: OpenRun | undefined;
  try {
    open = await openRun(run, lease, ports);
    const end = await runSync(open.request, open.ports);
    await finish(run, open, end, ports);
  } catch (error) {
    const reported = open ? { ...open.current(), calls: open.calls() } : run;
    await stopRun(reported, { error, unfinished: open?.unfinished(), done: open }, ports);
  }
}

async function finish(run: Run, open: OpenRun, end: SyncEnd, ports: ContinueRunPorts): Promise<void> {
  const calls = open.calls();
  // First: whoever has lost the lease tells nothing of an end.
  const outcome = await saveOutcome(run, end, calls, ports);
  await tellEnd(run, end, open.lastWriteAt(), ports);
  const ended = doneRun(open.current(), end, calls);
  await endRun(ended, outcome, ports, open.take());
  ports.runLog(endedLine(ended, outcome, ports.clock.now()));
}

function saveOutcome(
  { id }: Run,
  end: SyncEnd,
  calls: Run['calls'],
  { runs }: Pick<ContinueRunPorts, 'runs'>,
): Promise<RunOutcome> {
  return runs.together(async (runs) => {
    const shown = (await runs.loadShown(id)) ?? (await showPlan(id, end.plan, end.notes, { runs }));
    const outcome = outcomeOf(end, shown, calls);
    await runs.saveOutcome(id, outcome);
    return outcome;
  });
}

/**
 * Before its state, since who dies in between, or meets storage that does not answer, goes through it once more. A queue
 * that does not answer leaves what was pending pending, which schedules find.
 */
async function tellEnd(
  run: Run,
  end: SyncEnd,
  lastWriteAt: number | undefined,
  { afterRun }: Pick<ContinueRunPorts, 'afterRun'>,
): Promise<void> {
  try {
    await afterRun.ended(run, end, lastWriteAt);
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    logBug('after-run', error);
  }
}
