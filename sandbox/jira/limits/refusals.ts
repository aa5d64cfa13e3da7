/** How Jira, or a gateway before it, says that it was asked too much. */
import { errorMessage } from '../refusal';

export type LimitReason =
  'jira-quota-global-based' | 'jira-quota-tenant-based' | 'jira-burst-based' | 'jira-per-issue-on-write';

export interface LimitedAnswer {
  readonly status: 429;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** `until`: when the window has room again; `most`: what the limit is, if it is told. */
export function limitedAnswer(reason: LimitReason, now: number, until: number, most?: number): LimitedAnswer {
  const seconds = Math.max(1, Math.ceil((until - now) / SECOND_MS));
  const limit = most === undefined ? {} : { 'x-ratelimit-limit': String(most) };
  return {
    status: 429,
    headers: { 'retry-after': String(seconds), 'ratelimit-reason': reason, ...limit, ...usedUpUntil(until) },
    body: errorMessage('Rate limit exceeded.'),
  };
}

/** Without Retry-After and without a reason. */
export function gatewayAnswer(now: number): LimitedAnswer {
  return { status: 429, headers: usedUpUntil(now + SECOND_MS), body: { message: 'Rate limit exceeded' } };
}

function usedUpUntil(until: number): Readonly<Record<string, string>> {
  return { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(until).toISOString() };
}

/** "All quotas … reset at the top of each UTC hour." */
export function nextHour(now: number): number {
  return now - (now % HOUR_MS) + HOUR_MS;
}
