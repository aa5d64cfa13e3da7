/** One event on its way to one target, and what becomes of it after an attempt. */
import type { RuleTarget } from './resources';

export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly ruleArn: string;
  readonly targetId: string;
  readonly body: string;
  /** Milliseconds since the epoch, by the site's clock. */
  readonly since: number;
  readonly dueAt: number;
  /** How often it was sent. */
  readonly attempts: number;
}

/** What EventBridge sends to an API destination. */
export interface DeliveryRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DeliveryAnswer {
  readonly status: number;
  /** The header Retry-After, in seconds. */
  readonly retryAfter?: string;
}

/** How an attempt ended: with an answer, or without one. */
export type Ending = DeliveryAnswer | 'timeout' | 'no-answer';

export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly dueAt: number }
  | { readonly kind: 'dropped'; readonly why: string };

/** "Headers included in requests to API destinations", EventBridge User Guide. */
export const HEADERS: Readonly<Record<string, string>> = {
  'user-agent': 'Amazon/EventBridge/ApiDestinations',
  'content-type': 'application/json; charset=utf-8',
  range: 'bytes=0-1048575',
  'accept-encoding': 'gzip,deflate',
};

/**
 * 409, 429, 5xx and no answer in time are tried again, everything else but 2xx is not; the longer one of the
 * policy's delay and Retry-After counts, and a negative Retry-After ends it ("API destination error codes").
 */
export function judge(delivery: Delivery, target: RuleTarget, ending: Ending, now: number): Verdict {
  if (typeof ending === 'object' && ending.status >= 200 && ending.status < 300) return { kind: 'delivered' };
  const said = typeof ending === 'object' ? `answered ${ending.status}` : ending;
  if (typeof ending === 'object' && !isRetried(ending.status)) return { kind: 'dropped', why: said };
  const retryAfter = typeof ending === 'object' ? Number(ending.retryAfter ?? 0) : 0;
  if (retryAfter < 0) return { kind: 'dropped', why: `${said}, asking for no more` };
  if (delivery.attempts > target.retries) return { kind: 'dropped', why: `${said}, too often` };
  const dueAt = now + Math.max(backoffMs(delivery.attempts), (retryAfter || 0) * 1000);
  const tooOld = dueAt - delivery.since > target.maxAgeSeconds * 1000;
  return tooOld ? { kind: 'dropped', why: `${said}, too long` } : { kind: 'again', dueAt };
}

function isRetried(status: number): boolean {
  return status === 409 || status === 429 || status >= 500;
}

/** "Exponential back off"; its times are undocumented: 1 s, 2 s, 4 s, up to ten minutes. EventBridge adds jitter. */
function backoffMs(attempts: number): number {
  return Math.min(600, 2 ** (attempts - 1)) * 1000;
}
