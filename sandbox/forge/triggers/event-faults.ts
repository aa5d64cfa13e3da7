/** Ways in which events of Jira may arrive, that an app has to bear; the same ones every time for a seed. */
import { drawn } from '../../random';

export interface EventFaults {
  /** Every event comes twice, or that part of them: a number from 0 to 1. */
  readonly duplicate?: boolean | number;
  /** Each event, and each double, is late by a time of its own within `delayMs`, or within Forge's 3 minutes. */
  readonly reorder?: boolean;
  /** The part of the events that never comes, from 0 to 1. */
  readonly lose?: number;
  /** How late events are, at most if `reorder` is on. */
  readonly delayMs?: number;
  /** Chooses which events are concerned. 1 by default. */
  readonly seed?: number;
}

/** "Events for trigger modules may take up to 3 minutes to reach your app" (manifest reference, Trigger). */
const LATEST_MS = 180_000;

/** How late an event is each time it comes: once normally, twice if doubled, never if lost. */
export function arrivals(faults: EventFaults, number: number): readonly number[] {
  const { duplicate = false, lose = 0, reorder = false, delayMs, seed = 1 } = faults;
  const chance = (what: string): number => drawn(`${seed} ${number} ${what}`);
  if (lose > 0 && chance('lose') < lose) return [];
  const share = typeof duplicate === 'boolean' ? Number(duplicate) : duplicate;
  const times = share > 0 && chance('duplicate') < share ? 2 : 1;
  const late = (time: number): number => Math.round(chance(`late ${time}`) * (delayMs ?? LATEST_MS));
  return Array.from({ length: times }, (_, time) => (reorder ? late(time) : (delayMs ?? 0)));
}
