/** What becomes of a run whose invocation died with the lease of its workload. */
import { ifReadable } from '../storage/problems';
import type { Clock } from '../clock';
import type { Run } from './model';
import { because } from './reasons';
import { stoppedLine, type RunLog } from './run-log';
import type { RunStore } from './run-store';
import { saveStoppedOutcome, type StoppedOutcomePorts } from './stopped-outcome';

export interface EndInterruptedPorts extends StoppedOutcomePorts {
  readonly runs: Pick<RunStore, 'load' | 'save'> & StoppedOutcomePorts['runs'];
  readonly runLog: RunLog;
  readonly clock: Clock;
}

/**
 * Ends it, unless it waits for its next turn or is the one that has the lease now: a lease is had by one at a time, so
 * a run that still counts as under way has died.
 *
 * @param before the run that did not give the lease back @param now the one that has it
 */
export async function endInterrupted(
  before: string | undefined,
  now: Run,
  { clock, runLog, ...ports }: EndInterruptedPorts,
): Promise<void> {
  if (before === undefined || before === now.id) return;
  const other = await ifReadable(ports.runs.load(before));
  if (other?.state !== 'running') return;
  const message = because('run-interrupted');
  await saveStoppedOutcome(other, undefined, ports);
  await ports.runs.save({ ...other, state: 'failed', message });
  runLog(stoppedLine(other, 'failed', { error: undefined, reason: message, now: clock.now() }));
}
