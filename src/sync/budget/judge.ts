/** How many changes of a kind are too many within a day, whatever starts them. Pure. */
import type { Reason } from '../../reason';
import { KINDS, type Kind, type Planned, type There } from './kinds';
import { because, tooMany } from './reasons';
import { isStopped, itemsChanged, thereADayAgo, type RecentChanges } from './recent-changes';

/** Fewer than this never look like an accident. */
export const MANY = 10;

/** What is about to be done, and what it is judged by. */
export interface Asked {
  readonly workload: string;
  readonly recent: RecentChanges;
  /** By kind, what would be done now: by this run, and by those that wait. */
  readonly planned: Planned;
  /** What there is, before any of it. */
  readonly there: There;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Of a kind that has to wait for a person, why. */
export type Waiting = ReadonlyMap<Kind, Reason>;

/**
 * A kind waits where its items of the last 24 hours and those about to be changed are at least ten, and more than half
 * of what was there 24 hours ago; and where it was stopped and nobody has confirmed anything since. Other kinds go on.
 */
export function judge(asked: Asked): Waiting {
  return new Map(KINDS.flatMap((kind) => judgeKind(kind, asked)));
}

function judgeKind(kind: Kind, asked: Asked): [Kind, Reason][] {
  const { recent, planned, workload, now } = asked;
  const items = planned.get(kind) ?? new Set<string>();
  if (items.size === 0) return [];
  const before = [...itemsChanged(recent, kind, workload, now)].filter((item) => !items.has(item)).length;
  const there = thereADayAgo(recent, kind, planned, asked);
  const all = before + items.size;
  if (all >= MANY && all * 2 > there) return [[kind, tooMany(kind, items.size, before, there)]];
  return isStopped(recent, kind) ? [[kind, kindWaits(kind, items.size)]] : [];
}

/** @param changes how many of the kind are planned */
export function kindWaits(kind: Kind, changes: number): Reason {
  return because('kind-waits', { kind, changes });
}
