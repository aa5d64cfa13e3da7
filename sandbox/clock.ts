/** The site's time, passed to everything that needs one. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** A clock that can be moved forward by hand. */
export interface SiteClock extends Clock {
  /** Moves the clock forward; time never runs backwards. @throws RangeError for a negative duration. */
  advance(ms: number): void;
}

/** The machine's own time plus an offset that starts at zero. */
export function systemClock(): SiteClock {
  return shiftedClock({ now: () => Date.now() });
}

/** A clock that stands still until it is advanced, for tests. */
export function manualClock(startMs: number): SiteClock {
  return shiftedClock({ now: () => startMs });
}

function shiftedClock(base: Clock): SiteClock {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`a clock cannot be advanced by ${ms} ms`);
      offset += ms;
    },
  };
}
