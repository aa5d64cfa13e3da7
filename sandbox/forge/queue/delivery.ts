/**
 * What becomes of an event after an attempt to deliver it. Source: "Async events API" on
 * developer.atlassian.com: retried with exponential backoff up to about 15 minutes until delivered, within 24
 * hours (96 for failures of the platform, which do not count as retries).
 */
import type { Ending } from '../runner';
import type { QueuedEvent, Retry } from './events';

export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly delayMs: number; readonly retry: Retry }
  | { readonly kind: 'dropped'; readonly why: string };

const HOUR_MS = 3_600_000;
const RETENTION_MS = 24 * HOUR_MS;
const PLATFORM_RETENTION_MS = 96 * HOUR_MS;
const MAX_DELAY_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1024;

/** `event.deliveries` counts the attempt that ended so; `redeliver` says whether a killed one comes again. */
export function judge(event: QueuedEvent, ending: Ending, now: number, redeliver: boolean): Verdict {
  if (ending.kind === 'killed' && !redeliver) return { kind: 'dropped', why: 'killed, not to come again' };
  const request = ending.kind === 'returned' ? retryRequest(ending.json) : undefined;
  if (ending.kind === 'returned' && request === undefined) return { kind: 'delivered' };
  if (request !== undefined && bytes(request.retryData) > MAX_RETRY_DATA_BYTES) {
    return { kind: 'dropped', why: 'its retryData has more than 4 KB' };
  }
  const byPlatform = ending.kind === 'killed';
  const delayMs = (request?.retryAfter ?? backoffSeconds(event.deliveries)) * 1000;
  const retention = byPlatform ? PLATFORM_RETENTION_MS : RETENTION_MS;
  if (now + delayMs >= event.enqueuedAt + retention) return { kind: 'dropped', why: 'its time is over' };
  const retry = {
    retryCount: (event.retry?.retryCount ?? 0) + (byPlatform ? 0 : 1),
    retryReason: request?.retryReason ?? reasonOf(ending),
    retryData: request?.retryData ?? null,
  };
  return { kind: 'again', delayMs, retry };
}

/** The first delays are unverified: 2 s, 4 s, 8 s, …; the longest is documented. */
function backoffSeconds(deliveries: number): number {
  return Math.min(MAX_DELAY_SECONDS, 2 ** deliveries);
}

/** Recognised by its shape, as `new InvocationError()` of @forge/events serialises itself. */
function retryRequest(json: string | undefined) {
  if (json === undefined) return undefined;
  const value = JSON.parse(json) as RetryRequest | null;
  if (typeof value !== 'object' || value?._retry !== true) return undefined;
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = value.retryOptions ?? {};
  return { retryAfter: Math.min(MAX_DELAY_SECONDS, retryAfter), retryReason, retryData };
}

interface RetryRequest {
  readonly _retry?: boolean;
  readonly retryOptions?: {
    readonly retryAfter?: number;
    readonly retryReason?: string;
    readonly retryData?: unknown;
  };
}

function bytes(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

/** InvocationErrorCode of @forge/events. Which one follows an error that the function throws is unverified. */
function reasonOf(ending: Ending): string {
  if (ending.kind === 'timed-out') return 'FUNCTION_TIME_OUT';
  if (ending.kind === 'out-of-memory') return 'FUNCTION_OUT_OF_MEMORY';
  return 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}

/** The event as its consumer receives it. */
export function deliveredEvent(event: QueuedEvent, now: number): object {
  const { eventId, jobId, queueName, body, delayInSeconds, concurrency, retry, enqueuedAt } = event;
  return {
    eventId,
    jobId,
    queueName,
    body,
    ...(delayInSeconds === undefined ? {} : { delayInSeconds }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(retry === undefined
      ? {}
      : { retryContext: { ...retry, retentionWindow: windowOf(enqueuedAt, now) } }),
  };
}

function windowOf(enqueuedAt: number, now: number): object {
  return {
    startTime: new Date(enqueuedAt).toISOString(),
    remainingTimeMs: Math.max(0, enqueuedAt + RETENTION_MS - now),
  };
}
