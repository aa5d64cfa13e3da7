/** Automatic runs that were started and have seen nothing yet: what another would see need not be started. Pure. */
import type { Run } from '../runs/model';
import { LOST_MS } from '../runs/queue';

type ComingRun = Pick<Run, 'id' | 'state' | 'notBefore'>;

export interface ComingRuns {
  /** The latest that goes ahead when its turn comes. */
  readonly atOnce: ComingRun | undefined;
  /** The latest that waits until the whole workload is quiet. */
  readonly onceQuiet: ComingRun | undefined;
  /** Whether the latter has begun to change something: from then on it does what it planned, and no more. */
  readonly onceQuietHasBegun: boolean;
}

/**
 * The id of one of them that will see what another run would, and no later; undefined: none will. One that waits until
 * the workload is quiet may wait for as long as people work: it stands for its like alone.
 *
 * @param now in milliseconds since the epoch
 */
export function coveringRun(
  { atOnce, onceQuiet, onceQuietHasBegun }: ComingRuns,
  needsQuietWorkload: boolean,
  now: number,
): string | undefined {
  if (isComing(atOnce, ['queued'], now)) return atOnce?.id;
  const isCovered =
    needsQuietWorkload && !onceQuietHasBegun && isComing(onceQuiet, ['queued', 'waiting'], now);
  return isCovered ? onceQuiet?.id : undefined;
}

function isComing(run: ComingRun | undefined, states: readonly Run['state'][], now: number): boolean {
  return run !== undefined && states.includes(run.state) && now < run.notBefore + LOST_MS;
}
