/**
 * When a request is sent again. Numbers after Atlassian's advice on rate limits: from 2 s doubling, times
 * 0.7 to 1.3, at most 30 s, four retries.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
import type { RequesterResponse } from './requester';

export const MAX_RETRIES = 4;
const FIRST_WAIT_MS = 2_000;
const MAX_WAIT_MS = 30_000;

/** What Jira says about the next try, read from the headers of its answer. */
export interface Advice {
  /** An hourly allowance is used up: waiting within this run is pointless. */
  readonly quota: boolean;
  readonly retryAfterSeconds: number | undefined;
}

export const NO_ADVICE: Advice = { quota: false, retryAfterSeconds: undefined };

/**
 * Only a 429 and a 503 give advice. `now`: ms since the epoch. `X-RateLimit-Reset` tells when a quota is
 * full again, on the hour where it is absent; it stands on other answers too, where it means nothing here.
 */
export function adviceOf(status: number, headers: RequesterResponse['headers'], now: number): Advice {
  if (status !== 429 && status !== 503) return NO_ADVICE;
  const retryAfterSeconds = secondsUntil(headers.get('Retry-After'), now);
  const quota = status === 429 && (headers.get('RateLimit-Reason') ?? '').startsWith('jira-quota');
  if (!quota) return { quota, retryAfterSeconds };
  const reset = secondsUntil(headers.get('X-RateLimit-Reset'), now);
  return { quota, retryAfterSeconds: retryAfterSeconds ?? reset ?? secondsToNextHour(now) };
}

/**
 * Milliseconds to wait before retry number `attempt` (from 0), or `undefined` when it is not worth waiting:
 * a quota, or a wait that Jira states and that is over the cap. `jitter` is in [0, 1).
 */
export function waitBefore(attempt: number, advice: Advice, jitter: number): number | undefined {
  if (advice.quota) return undefined;
  if (advice.retryAfterSeconds === undefined) {
    return Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt * (0.7 + 0.6 * jitter));
  }
  const stated = advice.retryAfterSeconds * 1000;
  return stated > MAX_WAIT_MS ? undefined : stated + 1000 * jitter;
}

/** A header that holds seconds or a date (HTTP or ISO 8601), as whole seconds from now. */
function secondsUntil(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function secondsToNextHour(now: number): number {
  const hour = 3_600_000;
  return Math.ceil((hour - (now % hour)) / 1000);
}
