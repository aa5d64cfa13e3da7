/** What becomes of a run that was stopped on the way: it waits, fails, or is left to a newer one. */
import { because as tell } from '../audit/reasons';
import { record } from '../audit/record';
import type { Reason } from '../reason';
import { timestamp, type Clock } from '../clock';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { logBug } from '../log-bug';
import { Refusal } from '../refusal';
import { LeaseLost } from '../storage/fenced';
import { Pause } from '../sync/pause';
import { isWorkloadGone } from '../sync/read-review';
import type { Unfinished } from '../sync/sync-end';
import { RecordError } from '../storage/problems';
import { StorageUnavailable } from '../storage/unavailable';
import { LONGEST_WAIT_SECONDS, UpstreamError } from '../upstream-error';
import type { DoneLines } from './done-lines';
import { endRun, failedRun, type EndRunPorts } from './end-run';
import { MAX_TROUBLES, type Run } from './model';
import { because } from './reasons';
import { queueAgain, type QueueAgainPorts } from './queue-again';
import { stoppedLine, type RunLog } from './run-log';
import { saveStoppedOutcome, type StoppedOutcomePorts } from './stopped-outcome';

/** Doubled with each trouble in a row. */
const FIRST_WAIT_SECONDS = 30;

export interface StopRunPorts extends EndRunPorts, StoppedOutcomePorts, QueueAgainPorts {
  readonly runs: QueueAgainPorts['runs'] & StoppedOutcomePorts['runs'];
  readonly dueRuns: QueueAgainPorts['dueRuns'] & EndRunPorts['dueRuns'];
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get' | 'save'>;
  readonly afterRun: { failed(run: Run, reason: Reason): Promise<void> };
  readonly runLog: RunLog;
  readonly clock: Clock;
}

export interface Stop {
  readonly error: unknown;
  /** What the invocation did of its plan; undefined where it had none to carry out. */
  readonly unfinished: Unfinished | undefined;
  /** What it did and the audit log does not have yet. */
  readonly done?: Pick<DoneLines, 'take' | 'tellRest'> | undefined;
}

/** @param run as it was last reported @param stop what stopped it */
export async function stopRun(run: Run, stop: Stop, ports: StopRunPorts): Promise<void> {
  const { error, done } = stop;
  if (error instanceof LeaseLost) return done?.tellRest();
  if (error instanceof Pause) {
    await done?.tellRest();
    await wait({ ...run, troubles: 0 }, error, error.seconds, ports);
  } else if (mayPass(error) && run.troubles < MAX_TROUBLES) {
    await done?.tellRest();
    const asked = error instanceof UpstreamError ? error.details.retryAfterSeconds : undefined;
    const seconds = asked ?? FIRST_WAIT_SECONDS * 2 ** run.troubles;
    await wait({ ...run, troubles: run.troubles + 1 }, error, seconds, ports);
  } else if (isTold(error)) {
    if (isWorkloadGone(error)) await recordGone(run, ports);
    await fail(run, error.reason, stop, ports);
  } else {
    logBug('sync', error);
    await fail(run, because('run-met-bug'), stop, ports);
  }
}

function mayPass(error: unknown): error is UpstreamError | StorageUnavailable {
  return error instanceof StorageUnavailable || (error instanceof UpstreamError && error.details.retryable);
}

function isTold(error: unknown): error is UpstreamError | StorageUnavailable | Refusal | RecordError {
  return [UpstreamError, StorageUnavailable, Refusal, RecordError].some((kind) => error instanceof kind);
}

async function wait(
  run: Run,
  error: Pause | UpstreamError | StorageUnavailable,
  asked: number,
  ports: StopRunPorts,
): Promise<void> {
  const { clock, runLog } = ports;
  const seconds = Math.min(asked, LONGEST_WAIT_SECONDS);
  const why = error.reason;
  const message =
    seconds > 0
      ? because('goes-on-in', { because: why, seconds: Math.ceil(seconds) })
      : because('goes-on-at-once', { because: why });
  const notBefore = clock.now() + seconds * 1000;
  await queueAgain({ ...run, state: 'waiting', message, notBefore }, seconds, ports);
  runLog(stoppedLine(run, 'waiting', { error, reason: why, now: clock.now() }));
}

async function fail(
  run: Run,
  message: Reason,
  { error, unfinished, done }: Stop,
  ports: StopRunPorts,
): Promise<void> {
  await saveStoppedOutcome(run, unfinished, ports);
  await endRun(failedRun(run, message), undefined, ports, done?.take());
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
