/** The events that wait for their consumers, and the jobs that pushed them; both survive a restart. */
import type { Store, Table } from '../../store/store';
import type { Retry } from '../dispatch/retry';

export interface QueuedEvent {
  readonly eventId: string;
  readonly jobId: string;
  readonly queueName: string;
  readonly body: unknown;
  readonly delayInSeconds?: number;
  readonly concurrency?: { readonly key: string; readonly limit: number };
  readonly enqueuedAt: number;
  readonly dueAt: number;
  /** The first invocation of the chain of pushes that this event belongs to. */
  readonly root: string;
  /** Deliveries so far. */
  readonly deliveries: number;
  /** A consumer has it; a site that starts again finds here what the last one left behind. */
  readonly started: boolean;
  readonly retry?: Retry;
}

export interface Job {
  readonly queueName: string;
  readonly success: number;
  readonly inProgress: number;
  readonly failed: number;
}

export interface QueueTables {
  readonly events: Table<QueuedEvent>;
  readonly jobs: Table<Job>;
  /** The number that the next event takes. */
  readonly counters: Table<number>;
  commit(): void;
}

export function queueTables(store: Store): QueueTables {
  return {
    events: store.table('forge.events'),
    jobs: store.table('forge.jobs'),
    counters: store.table('forge.counters'),
    commit: () => store.commit(),
  };
}

/** Takes an event off the queue and counts it in its job. */
export function finish(tables: QueueTables, event: QueuedEvent, as: 'success' | 'failed'): void {
  if (!tables.events.delete(event.eventId)) return;
  const job = tables.jobs.get(event.jobId);
  if (job === undefined) return;
  tables.jobs.set(event.jobId, { ...job, inProgress: job.inProgress - 1, [as]: job[as] + 1 });
}
