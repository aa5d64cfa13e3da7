/** What becomes of a run whose invocation died with the lease of its workload. */
import { ifReadable } from '../storage/problems';
import type { Clock } from '../clock';
import type { Reason } from '../reason';
import { Pause } from '../sync/pause';
import { endRun, failedRun, type EndRunPorts } from './end-run';
import type { Run } from './model';
import { mayComeYet } from './queue';
import { because } from './reasons';
import { stoppedLine, type RunLog } from './run-log';
import type { RunStore } from './run-store';
import { saveStoppedOutcome, type StoppedOutcomePorts } from './stopped-outcome';

/** Before a run of one question looks again whether the run that died has gone on. */
const WAIT_SECONDS = 60;

export interface EndInterruptedPorts extends EndRunPorts, StoppedOutcomePorts {
  readonly runs: Pick<RunStore, 'load' | 'save'> & StoppedOutcomePorts['runs'];
  readonly afterRun: {
    /** It failed, and what it left undone is not lost with it. May be told twice. */
    interrupted(run: Run, reason: Reason): Promise<void>;
  };
  readonly runLog: RunLog;
  readonly clock: Clock;
}

/**
 * Ends it, unless it waits for its next turn or is the one that has the lease now: a lease is had by one at a time, so
 * a run that still counts as under way has died. A run of one question does not do its work, so it leaves it to go on
 * by its own event: a Pause says when to come again, and the lease is to be given back naming it, until its event
 * must be lost.
 *
 * @param before the run that did not give the lease back @param now the one that has it
 */
export async function endInterrupted(
  before: string | undefined,
  now: Run,
  ports: EndInterruptedPorts,
): Promise<void> {
  if (before === undefined || before === now.id) return;
  const other = await ifReadable(ports.runs.load(before));
  if (other?.state !== 'running') return;
  if (now.question !== undefined && mayComeYet(other, ports.clock.now()))
    throw new Pause(because('another-run-works'), WAIT_SECONDS);
  await failUnfinished(other, because('run-interrupted'), ports);
}

/** Ends a run that no invocation works on any more, and tells what it did. May be called twice. */
export async function failUnfinished(run: Run, message: Reason, ports: EndInterruptedPorts): Promise<void> {
  await saveStoppedOutcome(run, undefined, ports);
  // Before its state: who dies in between leaves it to be found once more.
  await ports.afterRun.interrupted(run, message);
  await endRun(failedRun(run, message), undefined, ports);
  ports.runLog(stoppedLine(run, 'failed', { error: undefined, reason: message, now: ports.clock.now() }));
}
