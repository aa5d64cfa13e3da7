/**
 * The one queue. Its concurrency key is the workload, so that all work on one goes one after another, also after
 * a crash (unverified, F2).
 */
import type { Queue } from '@forge/events';
import { z } from 'zod';
import type { PendingChangeQueue, PollQueue } from '../automatic/queue';
import { reconcileJobSchema } from '../automatic/pending-change-record';
import { hash } from '../hash';
import { inParts } from '../in-flight';
import type { RunQueue } from '../runs/queue';
import { tryAgain, type Patience } from '../try-again';

/** A run to go on with, a pending change that may be due, workloads to compare with what was seen of them. */
export const jobSchema = z.union([
  z.object({ runId: z.string(), wake: z.int().exactOptional() }),
  z.object({ change: reconcileJobSchema }),
  // As versions queued it that stored pending changes otherwise.
  z.object({ look: reconcileJobSchema }),
  z.object({ poll: z.object({ connectionId: z.string(), region: z.string() }) }),
]);

type Job = z.infer<typeof jobSchema>;

export type Jobs = RunQueue & PendingChangeQueue & PollQueue;

/** Forge's longest delay of a queue event; a longer wait is queued again when the event comes. */
const MAX_DELAY_SECONDS = 900;

/** Of one push; none of them nears the 200 KB that all together may have. */
const MOST_EVENTS = 50;

/**
 * Milliseconds before each further push, of which a resolver has 25 seconds. Events come at least once: one that was
 * taken, and whose answer was lost, may be pushed again.
 */
const WAITS = [500, 2_000] as const;

type Event = ReturnType<typeof eventOf>;

/** Throws what Forge's package throws where the queue did not take it, or did not say that it has. */
export function createJobs(queue: Pick<Queue, 'push'>, patience: Patience): Jobs {
  async function pushEvents(events: Event | Event[]): Promise<void> {
    await tryAgain(() => queue.push(events), WAITS, patience);
  }

  const push = (body: Job, concurrentWith: string, delaySeconds: number) =>
    pushEvents(eventOf(body, concurrentWith, delaySeconds));

  return {
    enqueueRun: ({ id, workloadArn, wake, lane }, delaySeconds) =>
      push({ runId: id, wake }, laneOf(workloadArn, lane), delaySeconds),
    async enqueueReconciles(jobs) {
      const events = jobs.map(({ job, lane, delaySeconds }) =>
        eventOf({ change: { ...job } }, laneOf(job.workloadArn, lane), delaySeconds),
      );
      for (const part of inParts(events, MOST_EVENTS)) await pushEvents([...part]);
    },
    enqueuePoll: ({ connectionId, region }) =>
      push({ poll: { connectionId, region } }, `${connectionId} ${region}`, 0),
  };
}

function laneOf(workloadArn: string, lane = 0): string {
  return lane === 0 ? workloadArn : `${workloadArn} ${lane}`;
}

function eventOf(body: Job, concurrentWith: string, delaySeconds: number) {
  return {
    body,
    ...(delaySeconds > 0 ? { delayInSeconds: Math.min(Math.ceil(delaySeconds), MAX_DELAY_SECONDS) } : {}),
    concurrency: { key: hash(concurrentWith), limit: 1 },
  };
}
