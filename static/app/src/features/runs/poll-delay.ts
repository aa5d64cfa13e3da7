const FIRST_MS = 700;
/** Each time costs a question to Jira, whose quota all customers of the app share. */
const LONGEST_MS = 10_000;
const GROWTH = 1.6;

/** Milliseconds to wait before asking for a run again: short at first, after six times as long as it gets. Pure. */
export function pollDelay(turn: number): number {
  return Math.min(LONGEST_MS, Math.round(FIRST_MS * GROWTH ** turn));
}
