/** What runs changed of a workload within 24 hours, and what of it can be put back. */
import type { Reason } from '../reason';

export interface RecentChangesView {
  /** Those that have changes; together at most 100 of them are listed, the newest. */
  kinds: RecentKind[];
}

export type RecentChangeKind =
  'choicesFinished' | 'choicesOpened' | 'issuesClosed' | 'issuesReopened' | 'blocksRemoved';

export interface RecentKind {
  kind: RecentChangeKind;
  /** How many changes there are, in words. */
  what: Reason;
  count: number;
  /** Whether a run with `putBack` undoes them, where nobody changed them since. */
  isPutBack: boolean;
  /** The newest first. */
  changes: RecentChangeView[];
  /** How many are not listed. */
  more: number;
}

export interface RecentChangeView {
  /** Absent for an issue that the caller may not see, or that is gone. */
  key?: string;
  title: string;
  /** When it was sent, ISO 8601. */
  at: string;
  /** From what to what. */
  what: Reason;
}
