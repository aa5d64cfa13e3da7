import timers from 'node:timers/promises';

export interface Pauses {
  /** Ends the pauses that are over; to be called whenever the clock has moved. */
  wake(): void;
}

/** Shorter pauses are taken as they are. */
const SHORTEST_MS = 100;

/** Sums of fractions of a millisecond may fall just short of the end of a pause, which would never end then. */
const ROUNDING_MS = 1;

/**
 * Makes the app's pauses jumps of the site's clock: `pause` is told until when. `Date` has to tell the site's time.
 * Timers with callbacks keep real time.
 */
export function fastForwardPauses(pause: (until: number) => void): Pauses {
  const real = timers.setTimeout;
  const sleepers = new Map<() => void, number>();
  const sleep = (ms = 0, value?: unknown): Promise<unknown> => {
    if (ms < SHORTEST_MS) return real(ms, value);
    return new Promise((resolve) => {
      const until = Date.now() + ms;
      sleepers.set(() => resolve(value), until);
      pause(until);
    });
  };
  Reflect.set(timers, 'setTimeout', sleep);
  return {
    wake() {
      for (const [wake, until] of sleepers) {
        if (until - Date.now() >= ROUNDING_MS) continue;
        sleepers.delete(wake);
        wake();
      }
    },
  };
}
