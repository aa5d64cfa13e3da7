/**
 * The X-RateLimit headers of Jira's burst limit. They count but never refuse: 429 answers are ordered by
 * `failNext`. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
import type { Clock } from '../clock';

/** Documented requests a second, by method. */
const LIMITS: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };

const SECOND = 1000;

/** Counts the requests of each operation in the current second of the clock. */
export function createRateLimit(clock: Clock): (method: string, operation: string) => Record<string, string> {
  const counts = new Map<string, number>();
  let second = -1;
  return function headersFor(method, operation) {
    const now = Math.floor(clock.now() / SECOND);
    if (now !== second) counts.clear();
    second = now;
    const count = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, count);
    const limit = LIMITS[method] ?? 100;
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - count)),
      'x-ratelimit-reset': new Date((now + 1) * SECOND).toISOString(),
    };
  };
}
