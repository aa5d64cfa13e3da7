/** What automatic mode puts into the queue. Both resolve when the queue has it; it comes at least once. */
import type { ReconcileJob } from './pending-changes';

/** One Region of a connection. */
export interface PolledRegion {
  readonly connectionId: string;
  readonly region: string;
}

export interface PollQueue {
  enqueuePoll(polled: PolledRegion): Promise<void>;
}

export interface PendingChangeQueue {
  enqueueReconcile(job: ReconcileJob, delaySeconds: number): Promise<void>;
}
