/** Changes whose job did not come: a queue that loses an event tells nobody. */
import type { Clock } from '../clock';
import type { DueRuns } from '../runs/due-runs';
import { OVERDUE_MS } from '../runs/queue';
import { mapInFlight } from '../in-flight';
import type { PendingChange } from './open-pending-changes';
import type { PendingChanges } from './pending-changes';

export interface RequeueOverdueChangesPorts {
  readonly pendingChanges: Pick<PendingChanges, 'dueBefore' | 'queueAgain'>;
  readonly dueRuns: Pick<DueRuns, 'lane' | 'leaveLane'>;
  readonly clock: Clock;
}

/** At a time: half of the events that Forge takes a minute. */
const MOST = 250;

/** Workloads whose lane is looked up at a time. */
const IN_FLIGHT = 10;

/**
 * Every five minutes: a change whose job is overdue by more than 20 minutes gets another one, under another key of the
 * queue, since its own may be dead. One query where none is.
 */
export async function requeueOverdueChanges({
  pendingChanges,
  dueRuns,
  clock,
}: RequeueOverdueChangesPorts): Promise<void> {
  const overdue = await pendingChanges.dueBefore(clock.now() - OVERDUE_MS, MOST);
  if (overdue.length === 0) return;
  await pendingChanges.queueAgain(overdue, await otherLanes(overdue, dueRuns));
  // eslint-disable-next-line no-console -- the platform's log
  console.info('Overdue changes', JSON.stringify({ queuedAgain: overdue.length }));
}

/** Of each workload the one after that which its jobs and runs took. */
async function otherLanes(
  overdue: readonly PendingChange[],
  dueRuns: Pick<DueRuns, 'lane' | 'leaveLane'>,
): Promise<ReadonlyMap<string, number>> {
  const workloads = [...new Set(overdue.map(({ subject }) => subject.workloadArn))];
  const lanes = await mapInFlight(workloads, IN_FLIGHT, async (workloadArn) => {
    const lane = await dueRuns.leaveLane(workloadArn, await dueRuns.lane(workloadArn));
    return [workloadArn, lane] as const;
  });
  return new Map(lanes);
}
