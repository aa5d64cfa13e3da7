/** The one queue. Its concurrency key is the workload, so that all work on one goes one after another. */
import { Queue } from '@forge/events';
import { z } from 'zod';
import { lookJobSchema, type LookJob } from '../automatic/touches';
import { hash } from '../plan/hash';
import type { Run } from '../runs/model';

const pollSchema = z.object({ connectionId: z.string(), region: z.string() });

/** One Region of a connection. */
export type PollPlace = z.infer<typeof pollSchema>;

/** A run to go on with, a touched question to look at, workloads to compare with what was seen of them. */
export const jobSchema = z.union([
  z.object({ runId: z.string() }),
  z.object({ look: lookJobSchema }),
  z.object({ poll: pollSchema }),
]);

type Job = z.infer<typeof jobSchema>;

/** Forge's longest delay of a queue event; a longer wait is queued again when the event comes. */
const MAX_DELAY_SECONDS = 900;

const queue = new Queue({ key: 'sync' });

export function enqueue(run: Pick<Run, 'id' | 'workloadArn'>, delaySeconds: number): Promise<void> {
  return push({ runId: run.id }, run.workloadArn, delaySeconds);
}

export function enqueueLook(look: LookJob, delaySeconds: number): Promise<void> {
  return push({ look: { ...look } }, look.workloadArn, delaySeconds);
}

export function enqueuePoll(poll: PollPlace): Promise<void> {
  return push({ poll }, `${poll.connectionId} ${poll.region}`, 0);
}

async function push(body: Job, concurrentWith: string, delaySeconds: number): Promise<void> {
  await queue.push({
    body,
    ...(delaySeconds > 0 ? { delayInSeconds: Math.min(Math.ceil(delaySeconds), MAX_DELAY_SECONDS) } : {}),
    concurrency: { key: hash(concurrentWith), limit: 1 },
  });
}
