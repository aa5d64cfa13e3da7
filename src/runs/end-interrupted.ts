/** What becomes of a run whose invocation died with the lease of its workload. */
import { ifReadable } from '../storage/problems';
import type { Clock } from '../clock';
import type { Reason } from '../reason';
import { Pause } from '../sync/pause';
import { endRun, failedRun, type EndRunPorts } from './end-run';
import type { Run } from './model';
import { LOST_MS } from './queue';
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
  const { clock } = ports;
  const other = await ifReadable(ports.runs.load(before));
  if (other?.state !== 'running') return;
  if (now.question !== undefined && mayGoOn(other, clock.now()))
    throw new Pause(because('another-run-works'), WAIT_SECONDS);
  const message = because('run-interrupted');
  await saveStoppedOutcome(other, undefined, ports);
  // Before its state: who dies in between leaves it to be found once more.
  await ports.afterRun.interrupted(other, message);
  await endRun(failedRun(other, message), undefined, ports);
  ports.runLog(stoppedLine(other, 'failed', { error: undefined, reason: message, now: clock.now() }));
}

function mayGoOn({ beganAt = 0, notBefore }: Run, now: number): boolean {
  return now < Math.max(beganAt, notBefore) + LOST_MS;
}
