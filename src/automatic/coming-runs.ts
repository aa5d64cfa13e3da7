/** Rounds that were started and have seen nothing yet: what another one would see need not be started. Pure. */
import type { Run } from '../runs/model';

type Round = Pick<Run, 'state' | 'notBefore'>;

export interface ComingRounds {
  /** The latest round that goes ahead when its turn comes. */
  readonly round: Round | undefined;
  /** The latest one that waits until the whole workload is still. */
  readonly stillRound: Round | undefined;
  /** Whether the latter has begun to change something: from then on it does what it planned, and no more. */
  readonly stillRoundHasBegun: boolean;
}

/** By then a round that was to begin has lost its event, and waits for nothing. */
const LOST_MS = 3_600_000;

/**
 * Whether one of them will see what another round would, and no later. One that waits until the workload is
 * still may wait for as long as people work: it stands for its like alone.
 *
 * @param now in milliseconds since the epoch
 */
export function isCovered(
  { round, stillRound, stillRoundHasBegun }: ComingRounds,
  needsQuietWorkload: boolean,
  now: number,
): boolean {
  if (isComing(round, ['queued'], now)) return true;
  return needsQuietWorkload && !stillRoundHasBegun && isComing(stillRound, ['queued', 'waiting'], now);
}

function isComing(round: Round | undefined, states: readonly Run['state'][], now: number): boolean {
  return round !== undefined && states.includes(round.state) && now < round.notBefore + LOST_MS;
}
