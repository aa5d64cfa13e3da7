import { LeaseLost } from '../storage/fenced';
import { Pause } from './pause';
import type { SyncPorts } from './ports';
import { because } from './reasons';

/** An invocation stops this long before its time is up, to record what it did. */
const RESERVE_MS = 30_000;

/** And so many requests to AWS before they are used up: for each answer under way one write, and a read tried anew. */
const RESERVE_REQUESTS = 50;

/**
 * Asked before each write, whatever the run writes.
 *
 * @throws Pause where time or the requests to AWS are nearly used up; LeaseLost where a newer invocation took over
 */
export async function mayGoOn(
  ports: Pick<SyncPorts, 'remaining' | 'requestsLeft' | 'hasLease'>,
): Promise<void> {
  if (ports.remaining() < RESERVE_MS) throw new Pause(because('time-is-up'), 0);
  if (ports.requestsLeft() < RESERVE_REQUESTS) throw new Pause(because('requests-used'), 0);
  if (!(await ports.hasLease())) throw new LeaseLost();
}
