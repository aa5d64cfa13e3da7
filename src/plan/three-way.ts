import type { Side, SyncedState } from './link';

/**
 * What the two sides' movements since the last sync ask for:
 * - `agree`: both say the same;
 * - `follow-review`: only the review moved, so the issue moves to `review`;
 * - `differ-by-jira`: they differ, and it was Jira that moved, now or earlier: told, not undone;
 * - `conflict`: both moved, apart: a person decides.
 */
export type DoneVerdict = 'agree' | 'follow-review' | 'differ-by-jira' | 'conflict';

/** Compares "done" three ways: the review now, Jira now, and both at the last sync. Total and pure. */
export function compareDone(synced: SyncedState, review: Side, jira: Side): DoneVerdict {
  if (review === jira) return 'agree';
  if (review === synced.review) return 'differ-by-jira';
  return jira === synced.jira ? 'follow-review' : 'conflict';
}
