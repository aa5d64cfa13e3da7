import { Queue } from '@forge/events';
import { hash } from '../plan/hash';
import type { Run } from '../runs/model';

/** Forge's longest delay of a queue event; a longer wait is queued again when the event comes. */
const MAX_DELAY_SECONDS = 900;

const queue = new Queue({ key: 'sync' });

/** Queues a run. The workload is the concurrency key: the platform runs one invocation of it at a time. */
export async function enqueue(run: Pick<Run, 'id' | 'workloadArn'>, delaySeconds: number): Promise<void> {
  await queue.push({
    body: { runId: run.id },
    ...(delaySeconds > 0 ? { delayInSeconds: Math.min(Math.ceil(delaySeconds), MAX_DELAY_SECONDS) } : {}),
    concurrency: { key: hash(run.workloadArn), limit: 1 },
  });
}
