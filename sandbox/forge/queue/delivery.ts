/**
 * What becomes of an event after an attempt to deliver it. Source: "Async events API" on
 * developer.atlassian.com: retried with exponential backoff up to about 15 minutes until delivered, within 24
 * hours (96 for failures of the platform, which do not count as retries).
 */
import { isTooBig, MAX_RETRY_SECONDS, reasonOf, retryRequest, type Verdict } from '../dispatch/retry';
import type { Consumer } from '../consumers';
import type { Ending } from '../runner';
import type { QueuedEvent } from './events';

const HOUR_MS = 3_600_000;
const RETENTION_MS = 24 * HOUR_MS;
const PLATFORM_RETENTION_MS = 96 * HOUR_MS;

/** `event.deliveries` counts the attempt that ended so; `redeliver` says whether a killed one comes again. */
export function judge(event: QueuedEvent, ending: Ending, now: number, redeliver: boolean): Verdict {
  if (ending.kind === 'killed' && !redeliver) return { kind: 'dropped', why: 'killed, not to come again' };
  const request = retryRequest(ending);
  if (ending.kind === 'returned' && request === undefined) return { kind: 'delivered' };
  if (request !== undefined && isTooBig(request)) {
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

/** The first delays are unverified (F26): 2 s, 4 s, 8 s, …; the longest is documented. */
function backoffSeconds(deliveries: number): number {
  return Math.min(MAX_RETRY_SECONDS, 2 ** deliveries);
}

/**
 * What its consumer receives: the event; or, as a method of a resolver, its body, with the retry inside (the form of
 * @forge/events before version 2; unverified, F33).
 */
export function deliveredTo(consumer: Consumer | undefined, event: QueuedEvent, now: number): object {
  const { method } = consumer ?? {};
  if (method === undefined) return deliveredEvent(event, now);
  const { body, jobId, retry } = event;
  const payload = { ...(body as object), ...(retry === undefined ? {} : { retryContext: retry }) };
  return { call: { functionKey: method, payload, jobId }, context: {} };
}

function deliveredEvent(event: QueuedEvent, now: number): object {
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
