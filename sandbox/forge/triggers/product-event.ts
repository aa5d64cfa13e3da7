/** Events of Jira on their way to the app, and the form in which they arrive. */
import type { Store, Table } from '../../store/store';
import {
  isTooBig,
  MAX_RETRY_SECONDS,
  reasonOf,
  type Retry,
  retryRequest,
  type Verdict,
} from '../dispatch/retry';
import { CLOUD_ID } from '../installation';
import type { Ending } from '../runner';

/** What Jira says of something that happened. https://developer.atlassian.com/platform/forge/events-reference/jira/ */
export interface ProductEvent {
  readonly eventType: string;
  /** Whether the app did it. */
  readonly selfGenerated: boolean;
  readonly [detail: string]: unknown;
}

/**
 * Entity properties of the event's issue by key, which conditions may ask for. On a live site they may be "up to a few
 * seconds older" than the event; here they are as new.
 */
export type IssueProperties = Readonly<Record<string, unknown>>;

/** One delivery of an event to one module. */
export interface Delivery {
  readonly id: string;
  readonly moduleKey: string;
  readonly event: ProductEvent;
  readonly dueAt: number;
  /** A function has it; a site that starts again finds here what the last one left behind. */
  readonly started: boolean;
  readonly retry?: Retry;
}

export interface DeliveryTables {
  readonly deliveries: Table<Delivery>;
  readonly counters: Table<number>;
  commit(): void;
}

export function deliveryTables(store: Store): DeliveryTables {
  return {
    deliveries: store.table('forge.deliveries'),
    counters: store.table('forge.counters'),
    commit: () => store.commit(),
  };
}

/** "Atlassian app events larger than 200 kB are not delivered." */
const MAX_EVENT_BYTES = 200_000;
/** "You can only retry an event for a maximum of four times." That this holds for errors too is unverified (F28). */
const MAX_RETRIES = 4;

export function isDeliverable(event: ProductEvent): boolean {
  return Buffer.byteLength(JSON.stringify(event)) <= MAX_EVENT_BYTES;
}

/**
 * The handler's first argument. `retryData` comes back only if it is an object (ECO-734). `context` is as apps
 * have logged it; the documentation is silent.
 */
export function deliveredEvent({ event, moduleKey, retry }: Delivery): object {
  const delivered = { context: { cloudId: CLOUD_ID, moduleKey } };
  if (retry === undefined) return { ...event, ...delivered };
  const { retryData, ...plain } = retry;
  const isObject = typeof retryData === 'object' && retryData !== null;
  return { ...event, ...delivered, retryContext: isObject ? retry : plain };
}

/**
 * What becomes of a delivery that ended so. An error of the app or of the platform is followed by a retry as a
 * returned InvocationError is (CHANGE-681); a killed invocation's does not count as one.
 */
export function judge({ retry: earlier }: Delivery, ending: Ending, redeliver: boolean): Verdict {
  if (ending.kind === 'killed' && !redeliver) return { kind: 'dropped', why: 'killed, not to come again' };
  const request = retryRequest(ending);
  if (ending.kind === 'returned' && request === undefined) return { kind: 'delivered' };
  if (request !== undefined && isTooBig(request)) {
    return { kind: 'dropped', why: 'its retryData has more than 4 KB' };
  }
  const retryCount = (earlier?.retryCount ?? 0) + (ending.kind === 'killed' ? 0 : 1);
  if (retryCount > MAX_RETRIES) return { kind: 'dropped', why: 'it came four times more' };
  const retryReason = request?.retryReason ?? reasonOf(ending);
  const retry = { retryCount, retryReason, retryData: request?.retryData ?? null };
  return { kind: 'again', delayMs: (request?.retryAfter ?? backoffSeconds(retryCount)) * 1000, retry };
}

/** Unverified (F26). */
function backoffSeconds(retryCount: number): number {
  return Math.min(MAX_RETRY_SECONDS, 2 ** retryCount);
}
