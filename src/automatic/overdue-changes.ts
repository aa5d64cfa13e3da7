/** Changes whose job did not come: a queue that loses an event tells nobody. */
import type { Clock } from '../clock';
import { OVERDUE_MS } from '../runs/queue';
import type { PendingChanges } from './pending-changes';

export interface RequeueOverdueChangesPorts {
  readonly pendingChanges: Pick<PendingChanges, 'dueBefore' | 'queueAgain'>;
  readonly clock: Clock;
}

/** At a time: half of the events that Forge takes a minute. */
const MOST = 250;

/** Every five minutes: a change whose job is overdue by more than 20 minutes gets another one. One query where none is. */
export async function requeueOverdueChanges({
  pendingChanges,
  clock,
}: RequeueOverdueChangesPorts): Promise<void> {
  const overdue = await pendingChanges.dueBefore(clock.now() - OVERDUE_MS, MOST);
  await pendingChanges.queueAgain(overdue);
  if (overdue.length === 0) return;
  // eslint-disable-next-line no-console -- the platform's log
  console.info('Overdue changes', JSON.stringify({ queuedAgain: overdue.length }));
}
