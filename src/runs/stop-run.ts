/** What becomes of a run that was stopped on the way: it waits, fails, or is left to a newer one. */
import { because as tell } from '../audit/reasons';
import { record } from '../audit/record';
import type { Reason } from '../reason';
import { timestamp, type Clock } from '../clock';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { logBug } from '../log-bug';
import { Refusal } from '../refusal';
import { Pause, Superseded } from '../sync/pause';
import { isWorkloadGone } from '../sync/read-review';
import type { Unfinished } from '../sync/sync-end';
import { RecordError } from '../storage/problems';
import { UpstreamError } from '../upstream-error';
import { endRun, failedRun, type EndRunPorts } from './end-run';
import { MAX_TROUBLES, type Run } from './model';
import { because } from './reasons';
import type { RunQueue } from './queue';
import { stoppedLine, type RunLog } from './run-log';
import type { RunStore } from './run-store';
import { saveStoppedOutcome, type StoppedOutcomePorts } from './stopped-outcome';

/** Doubled with each trouble in a row. */
const FIRST_WAIT_SECONDS = 30;

export interface StopRunPorts extends EndRunPorts, StoppedOutcomePorts {
  readonly runs: Pick<RunStore, 'save'> & StoppedOutcomePorts['runs'];
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get' | 'save'>;
  readonly afterRun: { failed(run: Run, reason: Reason): Promise<void> };
  readonly queue: RunQueue;
  readonly runLog: RunLog;
  readonly clock: Clock;
}

export interface Stop {
  readonly error: unknown;
  /** What the invocation did of its plan; undefined where it had none to carry out. */
  readonly unfinished: Unfinished | undefined;
}

/** @param run as it was last reported @param stop what stopped it */
export async function stopRun(run: Run, stop: Stop, ports: StopRunPorts): Promise<void> {
  const { error } = stop;
  if (error instanceof Superseded) return;
  if (error instanceof Pause) {
    await wait({ ...run, troubles: 0 }, error, error.seconds, ports);
  } else if (error instanceof UpstreamError && error.details.retryable && run.troubles < MAX_TROUBLES) {
    const seconds = error.details.retryAfterSeconds ?? FIRST_WAIT_SECONDS * 2 ** run.troubles;
    await wait({ ...run, troubles: run.troubles + 1 }, error, seconds, ports);
  } else if (error instanceof UpstreamError || error instanceof Refusal || error instanceof RecordError) {
    if (isWorkloadGone(error)) await recordGone(run, ports);
    await fail(run, error.reason, stop, ports);
  } else {
    logBug('sync', error);
    await fail(run, because('run-met-bug'), stop, ports);
  }
}

/** Saves the run before it is queued again: an event that comes early finds when it is due. */
async function wait(
  run: Run,
  error: Pause | UpstreamError,
  seconds: number,
  { runs, queue, clock, runLog }: StopRunPorts,
): Promise<void> {
  const why = error.reason;
  const message =
    seconds > 0
      ? because('goes-on-in', { because: why, seconds: Math.ceil(seconds) })
      : because('goes-on-at-once', { because: why });
  await runs.save({ ...run, state: 'waiting', message, notBefore: clock.now() + seconds * 1000 });
  await queue.enqueueRun(run, seconds);
  runLog(stoppedLine(run, 'waiting', { error, reason: why, now: clock.now() }));
}

async function fail(
  run: Run,
  message: Reason,
  { error, unfinished }: Stop,
  ports: StopRunPorts,
): Promise<void> {
  await saveStoppedOutcome(run, unfinished, ports);
  await endRun(failedRun(run, message), undefined, ports);
  ports.runLog(stoppedLine(run, 'failed', { error, reason: message, now: ports.clock.now() }));
  await ports.afterRun.failed(run, message);
}

/** AWS does not know the workload any more: nothing can be asked for it again, so the link says so. */
async function recordGone({ workloadArn, projectId, startedBy }: Run, ports: StopRunPorts): Promise<void> {
  const link = await ports.linkedWorkloads.get(workloadArn);
  if (link?.projectId !== projectId || link.ended) return;
  const ended = { reason: 'workload-gone', at: timestamp(ports.clock) } as const;
  await ports.linkedWorkloads.save({ ...link, ended });
  const target = tell('target-workload', { workload: workloadArn });
  const change = because('audit-workload-gone', { workload: link.name });
  await record(startedBy, { action: 'workload.gone', target, projectId, change }, ports);
}
