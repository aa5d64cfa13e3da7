/** What the plan knows of an issue since the last sync: what the app wrote, and the state both sides had then. */
import type { ItemStatus } from './entry';

/** Is the work open or finished, seen from one side. */
export type Side = 'open' | 'done';

export interface SyncedState {
  /** What the source said: `done` when what closes the issue had happened. */
  readonly source: Side;
  /** What Jira said, by status category. */
  readonly jira: Side;
  /**
   * How the item was finished when both sides last agreed on that, and has been since: a person who changes it,
   * from implemented to not applicable for one, moves the source's side too. Absent where that is not known, and
   * where the source would not have had it changed.
   */
  readonly how?: Exclude<ItemStatus, 'open'>;
  /**
   * How the issue was done when both sides were last compared, or last agreed on that where it says nothing that
   * the settings know. Absent for an open issue, for a parent, and where that is not known: earlier versions did
   * not remember it.
   */
  readonly closedAs?: ClosedAs;
}

/** Ids of status and resolution of a done issue: what they say of its item is told by the settings of today. */
export interface ClosedAs {
  readonly statusId: string;
  /** Absent for an issue without a resolution. */
  readonly resolutionId?: string;
}

/** Issues are created open for work that is open: the state of an issue of ours that nothing is known of. */
export const CREATED: SyncedState = { source: 'open', jira: 'open' };

export interface Link {
  /** Jira's issue id; it survives a move, the key does not. */
  readonly issueId: string;
  /** The summary as the app last wrote it. */
  readonly summary: string;
  /** Hash of the description's fingerprint as the app last wrote it. */
  readonly descriptionHash: string;
  /** Hash of the values that it said then; absent where that was not remembered, and where there is no description. */
  readonly values?: string;
  /** Labels that the app added. */
  readonly labels: readonly string[];
  readonly synced: SyncedState;
  /** The run that made the issue; absent for an issue that was found. */
  readonly createdBy?: string;
}
