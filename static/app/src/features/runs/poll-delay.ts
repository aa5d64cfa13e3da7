const FIRST_MS = 700;
const LONGEST_MS = 3000;
const GROWTH = 1.3;

/** Milliseconds to wait before asking for a run again: short at first, then longer. Pure. */
export function pollDelay(turn: number): number {
  return Math.min(LONGEST_MS, Math.round(FIRST_MS * GROWTH ** turn));
}
