/** What the app remembers of an issue since the last sync: the link, and the state both sides had then. */
import type { Identity } from '../jira/model';
import type { PracticeState } from '../wellarchitected/model';

/** Is the work open or finished, seen from one side. */
export type Side = 'open' | 'done';

export interface SyncedState {
  /** What the review said: `done` when what closes the issue had happened. */
  readonly review: Side;
  /** What Jira said, by status category. */
  readonly jira: Side;
  /**
   * How the best practice was done when both sides last agreed on that, and has been since: a person who
   * changes it, from selected to not applicable for one, moves AWS's side too. Absent where that is not
   * known, and where its whole question was not applicable.
   */
  readonly practice?: Exclude<PracticeState, 'open'>;
}

/** Issues are created open for work that is open: the state of an issue of ours that nothing is known of. */
export const CREATED: SyncedState = { review: 'open', jira: 'open' };

export interface Link {
  readonly identity: Identity;
  /** Groups links for storage. */
  readonly pillar?: string;
  /** Jira's issue id; it survives a move, the key does not. */
  readonly issueId: string;
  /** The summary as the app last wrote it. */
  readonly summary: string;
  /** Hash of the description's fingerprint as the app last wrote it. */
  readonly descriptionHash: string;
  /** Labels that the app added. */
  readonly labels: readonly string[];
  readonly synced: SyncedState;
  /** The run that made the issue; absent for an issue that was found. */
  readonly createdBy?: string;
}
