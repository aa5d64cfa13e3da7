import type { OurIssue } from '../jira/model';
import type { Side, SyncedState } from './link';
import type { Keep } from './plan';

/**
 * What the two sides' movements since the last sync ask for:
 * - `agree`: both say the same;
 * - `follow-source`: only the source moved, so the issue moves to its side;
 * - `differ-by-jira`: they differ, and it was Jira that moved, now or earlier: told, not undone;
 * - `conflict`: both moved, apart: a person decides.
 */
export type DoneVerdict = 'agree' | 'follow-source' | 'differ-by-jira' | 'conflict';

/** Compares "done" three ways: the source now, Jira now, and both at the last sync. Total and pure. */
export function compareDone(synced: SyncedState, source: Side, jira: Side): DoneVerdict {
  if (source === jira) return 'agree';
  if (source === synced.source) return 'differ-by-jira';
  return jira === synced.jira ? 'follow-source' : 'conflict';
}

/**
 * The last sync as a person settles a conflict: whose side stays counts as the only one that has moved since.
 * Not to be remembered before both sides agree: where people went on meanwhile, it would misread them.
 */
export function settledAs(now: SyncedState, keep: Keep): SyncedState {
  return keep === 'aws' ? { source: now.jira, jira: now.jira } : { ...now, jira: now.source };
}

/** Jira's side: the status category decides, no name does. */
export function jiraSide({ status }: Pick<OurIssue, 'status'>): Side {
  return status.category === 'done' ? 'done' : 'open';
}
