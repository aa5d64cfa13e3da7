/** What Jira, or a gateway before it, answers without doing anything. */
import type { Answered } from '../../forge/protocol';
import { drawn } from '../../random';
import { jsonAnswer } from './answers';
import type { RefusalOf } from './model';

const HOUR_MS = 3_600_000;
const SECOND_MS = 1000;
const STATUSES = [500, 502, 503, 504] as const;

/** @param chance decides what the fault leaves open. */
export function jiraRefusal(fault: RefusalOf['jira'], now: number, chance: string): Answered {
  switch (fault) {
    case 'quota-global':
      return limited('jira-quota-global-based', nextHour(now), now);
    case 'quota-tenant':
      return limited('jira-quota-tenant-based', nextHour(now), now);
    case 'burst':
      return limited('jira-burst-based', now + SECOND_MS, now);
    case 'per-issue':
      return limited('jira-per-issue-on-write', now + 2 * SECOND_MS, now);
    case 'gateway':
      return jsonAnswer(429, { message: 'Rate limit exceeded' }, resetAt(now + SECOND_MS));
    case 'server-error':
      return jsonAnswer(STATUSES[Math.floor(drawn(chance) * STATUSES.length)] ?? 500, {
        message: 'Something went wrong.',
      });
  }
}

function nextHour(now: number): number {
  return now + HOUR_MS - (now % HOUR_MS);
}

function limited(reason: string, until: number, now: number): Answered {
  const seconds = Math.max(1, Math.ceil((until - now) / SECOND_MS));
  const headers = { 'retry-after': String(seconds), 'ratelimit-reason': reason, ...resetAt(until) };
  return jsonAnswer(429, { errorMessages: ['Rate limit exceeded.'], errors: {} }, headers);
}

function resetAt(until: number): Record<string, string> {
  return { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(until).toISOString() };
}
