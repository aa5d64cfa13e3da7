/** The queue in memory: what was pushed, and what it answers. */
import type { PolledRegion } from '../../src/automatic/queue';
import type { ReconcileJob } from '../../src/automatic/pending-change-record';
import type { Jobs } from '../../src/handlers/queue';

/** A job in the queue, and after how many seconds it comes. */
export type Job = { readonly seconds: number } & (
  | { readonly runId: string; readonly wake: number; readonly lane: number }
  | { readonly change: ReconcileJob; readonly lane?: number }
  | { readonly poll: PolledRegion }
);

export class MemoryQueue implements Jobs {
  /** All that is queued, in order; nothing is taken out. */
  readonly jobs: Job[] = [];
  /** Why it takes no job. */
  trouble: () => Error | undefined = () => undefined;

  readonly enqueueRun: Jobs['enqueueRun'] = ({ id: runId, wake, lane }, seconds) =>
    this.push({ runId, wake, lane, seconds });
  readonly enqueueReconciles: Jobs['enqueueReconciles'] = async (jobs) => {
    for (const { job: change, lane = 0, delaySeconds: seconds } of jobs) {
      await this.push({ change, seconds, ...(lane === 0 ? {} : { lane }) });
    }
  };
  readonly enqueuePoll: Jobs['enqueuePoll'] = (poll) => this.push({ poll, seconds: 0 });

  private push(job: Job): Promise<void> {
    const trouble = this.trouble();
    if (trouble) return Promise.reject(trouble);
    this.jobs.push(job);
    return Promise.resolve();
  }
}
