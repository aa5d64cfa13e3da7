/** What automatic mode puts into the queue. Both resolve when the queue has all of it; it comes at least once. */
import type { ReconcileJob } from './pending-change-record';

/** One Region of a connection. */
export interface PolledRegion {
  readonly connectionId: string;
  readonly region: string;
}

export interface PollQueue {
  enqueuePoll(polled: PolledRegion): Promise<void>;
}

export interface DelayedJob {
  readonly job: ReconcileJob;
  /** As `Run` has it; absent: the first. */
  readonly lane?: number;
  readonly delaySeconds: number;
}

export interface PendingChangeQueue {
  enqueueReconciles(jobs: readonly DelayedJob[]): Promise<void>;
}
