/** The hourly points of the app: "All requests are denied until the next hourly reset." */
import { nextHour } from './refusals';

export interface PointCharges {
  readonly thisHour: number;
  readonly worstHour: number;
  readonly total: number;
  readonly byOperation: Readonly<Record<string, { readonly calls: number; readonly points: number }>>;
}

export interface Points {
  fits(now: number, points: number): boolean;
  /** Counts what was admitted; a call is counted where it begins. */
  add(now: number, operation: string, points: number, calls: number): void;
  left(now: number): number;
  charges(now: number): PointCharges;
  /** What is used of this hour stays used. */
  reset(): void;
}

/** `most`: Infinity lifts the limit. */
export function createPoints(most: number): Points {
  const hour = { end: 0, used: 0 };
  let counts = noCharges();
  function usedAt(now: number): number {
    if (now >= hour.end) Object.assign(hour, { end: nextHour(now), used: 0 });
    return hour.used;
  }
  return {
    fits: (now, points) => usedAt(now) + points <= most,
    add(now, operation, points, calls) {
      hour.used = usedAt(now) + points;
      const before = counts.byOperation[operation] ?? { calls: 0, points: 0 };
      counts.byOperation[operation] = { calls: before.calls + calls, points: before.points + points };
      counts.total += points;
      counts.worstHour = Math.max(counts.worstHour, hour.used);
    },
    left: (now) => most - usedAt(now),
    charges: (now) => ({ thisHour: usedAt(now), ...counts, byOperation: { ...counts.byOperation } }),
    reset() {
      counts = noCharges();
    },
  };
}

function noCharges() {
  return { worstHour: 0, total: 0, byOperation: {} as Record<string, { calls: number; points: number }> };
}
