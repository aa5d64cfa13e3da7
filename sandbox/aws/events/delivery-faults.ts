/** Ways in which EventBridge may deliver, that a receiver has to bear; the same ones every time for a seed. */
import { seededRandom } from '../../random';

export interface DeliveryFaults {
  /** Every event comes twice, or that part of them: a number from 0 to 1. */
  readonly duplicate?: boolean | number;
  /** Each event, and each double, is late by a time of its own within `delayMs`, a minute by default. */
  readonly reorder?: boolean;
  /** The part of the events that never comes, from 0 to 1. */
  readonly lose?: number;
  /** How late events are; at most, if `reorder` is on. */
  readonly delayMs?: number;
  /** Chooses which events are concerned. 1 by default. */
  readonly seed?: number;
}

const LATEST_MS = 60_000;

/** How late an event is each time that it comes: once normally, twice if doubled, never if lost. */
export function arrivals(faults: DeliveryFaults, number: number): readonly number[] {
  const { duplicate = false, lose = 0, reorder = false, delayMs, seed = 1 } = faults;
  const random = seededRandom(`delivery ${seed} ${number}`);
  const [fate, doubling, ...late] = [random(), random(), random(), random()];
  if (fate < lose) return [];
  const times = doubling < Number(duplicate) ? 2 : 1;
  return late
    .slice(0, times)
    .map((chance) => (reorder ? Math.round(chance * (delayMs ?? LATEST_MS)) : (delayMs ?? 0)));
}
