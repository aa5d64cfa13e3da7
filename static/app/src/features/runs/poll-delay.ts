import type { RunView } from '../../../../../src/contract';

const FIRST_MS = 700;
/** Each time costs a question to Jira, whose quota all customers of the app share. */
const LONGEST_MS = 10_000;
const GROWTH = 1.6;

/** Of a run that waits for a service, whose words take up to three questions to be shown. */
const WAITING_MS = 30_000;

/**
 * Milliseconds to wait before asking for a run again: short at first, after six times as long as it gets, and longer
 * where the run waits. Pure.
 */
export function pollDelay(turn: number, state: RunView['state'] | undefined): number {
  if (state === 'waiting') return WAITING_MS;
  return Math.min(LONGEST_MS, Math.round(FIRST_MS * GROWTH ** turn));
}
