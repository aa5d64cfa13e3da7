/**
 * The endpoints behind @forge/events: publish, stats, cancel. Limits: "Async events limits" and the "Async
 * events API" on developer.atlassian.com; status codes: the package's own validators.
 */
import { z } from 'zod';
import type { Clock } from '../../clock';
import { SlidingWindow } from '../../limits/sliding-window';
import type { Limits } from '../../limits/table';
import type { AppManifest } from '../manifest';
import type { JsonAnswer } from '../outside';
import { finish, type QueuedEvent, type QueueTables } from './events';

const MAX_EVENTS = 50;
const MAX_PAYLOAD_BYTES = 200 * 1024;
/** Of one event, where the consumer may run longer than `LONG_RUNNING_SECONDS`. */
const MAX_LONG_RUNNING_BYTES = 100 * 1024;
const LONG_RUNNING_SECONDS = 55;
const MAX_DELAY_SECONDS = 900;
const MINUTE_MS = 60_000;

const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string().min(1),
  payload: z
    .array(
      z.object({
        body: z.record(z.string(), z.unknown()),
        delayInSeconds: z.number().min(0).max(MAX_DELAY_SECONDS).optional(),
        concurrency: z.object({ key: z.string().min(1), limit: z.number().int().positive() }).optional(),
      }),
    )
    .min(1),
});
type PushRequest = z.infer<typeof pushRequest>;

const jobRequest = z.object({ queueName: z.string(), jobId: z.string() });

export interface Publisher {
  /** `root` is the first invocation of the chain that this push belongs to. */
  push(body: unknown, root: string): JsonAnswer;
  stats(body: unknown): JsonAnswer;
  cancel(body: unknown): JsonAnswer;
  charges(): QueueCharges;
  reset(): void;
}

export interface QueueCharges {
  /** Pushes that were taken, and the events in them. */
  readonly pushes: number;
  readonly events: number;
  /** Pushes that were refused for a limit. */
  readonly refused: number;
}

export interface PublisherOptions {
  readonly tables: QueueTables;
  readonly manifest: AppManifest;
  readonly clock: Clock;
  readonly limits: Limits;
}

export function createPublisher({ tables, manifest, clock, limits }: PublisherOptions): Publisher {
  const minute = new SlidingWindow(MINUTE_MS, limits['queue-events']);
  let counts = { pushes: 0, events: 0, refused: 0 };
  /** Push requests that a first invocation has caused, its events' consumers included. */
  const pushes = new Map<string, number>();
  function push(body: unknown, root: string): JsonAnswer {
    const request = pushRequest.safeParse(body);
    if (!request.success) return { status: 400, body: { message: z.prettifyError(request.error) } };
    const refusal = refusalOf(request.data, root);
    if (refusal !== undefined) {
      counts.refused += 1;
      return refusal;
    }
    const events = request.data.payload.length;
    minute.add(clock.now(), events);
    counts = { ...counts, pushes: counts.pushes + 1, events: counts.events + events };
    pushes.set(root, (pushes.get(root) ?? 0) + 1);
    enqueue(tables, request.data, root, clock.now());
    return { status: 201, body: {} };
  }
  function refusalOf(request: PushRequest, root: string): JsonAnswer | undefined {
    if (!minute.fits(clock.now(), request.payload.length)) return { status: 429, body: {} };
    if ((pushes.get(root) ?? 0) >= limits['queue-cycle']) return { status: 405, body: {} };
    const tooBig = sizeError(request, manifest);
    return tooBig === undefined ? undefined : { status: 413, body: { errorMessage: tooBig } };
  }
  return {
    push,
    stats: (body) => stats(tables, body),
    cancel: (body) => cancel(tables, body),
    charges: () => counts,
    reset() {
      counts = { pushes: 0, events: 0, refused: 0 };
    },
  };
}

function sizeError({ payload, queueName }: PushRequest, manifest: AppManifest): string | undefined {
  if (payload.length > MAX_EVENTS) return `This push contains more than the ${MAX_EVENTS} events allowed.`;
  if (bytes(payload) > MAX_PAYLOAD_BYTES) return 'The maximum payload size is 200KB.';
  const consumer = manifest.functions.get(manifest.consumers.get(queueName)?.function ?? '');
  const patient = (consumer?.timeoutSeconds ?? 0) > LONG_RUNNING_SECONDS;
  if (!patient || payload.every((event) => bytes(event) <= MAX_LONG_RUNNING_BYTES)) return undefined;
  return 'The maximum size of an event for a long running function is 100KB.';
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function enqueue(tables: QueueTables, { queueName, jobId, payload }: PushRequest, root: string, now: number) {
  let last = tables.counters.get('event') ?? 0;
  for (const { body, delayInSeconds, concurrency } of payload) {
    const eventId = `event-${String(++last).padStart(8, '0')}`;
    const event: QueuedEvent = {
      eventId,
      jobId,
      queueName,
      body,
      ...(delayInSeconds === undefined ? {} : { delayInSeconds }),
      ...(concurrency === undefined ? {} : { concurrency }),
      enqueuedAt: now,
      dueAt: now + (delayInSeconds ?? 0) * 1000,
      root,
      deliveries: 0,
      started: false,
    };
    tables.events.set(eventId, event);
  }
  tables.counters.set('event', last);
  tables.jobs.set(jobId, { queueName, success: 0, inProgress: payload.length, failed: 0 });
}

function stats(tables: QueueTables, body: unknown): JsonAnswer {
  const job = findJob(tables, body);
  if (job === undefined) return { status: 404, body: {} };
  const { success, inProgress, failed } = job;
  return { status: 200, body: { success, inProgress, failed } };
}

/** Drops what has not started; what runs, runs on. */
function cancel(tables: QueueTables, body: unknown): JsonAnswer {
  if (findJob(tables, body) === undefined) return { status: 404, body: {} };
  const { jobId } = jobRequest.parse(body);
  const waiting = [...tables.events.values()].filter((event) => event.jobId === jobId && !event.started);
  for (const event of waiting) finish(tables, event, 'failed');
  return { status: 204 };
}

function findJob(tables: QueueTables, body: unknown) {
  const request = jobRequest.safeParse(body);
  const job = request.success ? tables.jobs.get(request.data.jobId) : undefined;
  return job?.queueName === request.data?.queueName ? job : undefined;
}
