import type { Surroundings } from '../../../src/connection/surroundings';

/** Nothing waits and nothing is tried twice. */
export const SURROUNDINGS: Surroundings = {
  pacer: { take: () => Promise.resolve() },
  clock: { now: () => Date.UTC(2026, 0, 1) },
  sleep: () => Promise.resolve(),
  maxAttempts: 1,
};
