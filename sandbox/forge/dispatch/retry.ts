/** How a function asks for its event again, and what is said of it then. Source: @forge/events. */
import type { Ending } from '../runner';

/** What becomes of an event after an attempt to deliver it. */
export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly delayMs: number; readonly retry: Retry }
  | { readonly kind: 'dropped'; readonly why: string };

/** Why and with what an event comes again. */
export interface Retry {
  readonly retryCount: number;
  readonly retryReason: string;
  readonly retryData: unknown;
}

export interface RetryRequest {
  readonly retryAfter: number;
  readonly retryReason: string;
  readonly retryData?: unknown;
}

/** Of `retryAfter` ("Async events API", "Atlassian app events"); more is lowered to it. */
export const MAX_RETRY_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1024;

/** What a returned value asks for, recognised by its shape: `new InvocationError()` serialises itself so. */
export function retryRequest(ending: Ending): RetryRequest | undefined {
  if (ending.kind !== 'returned' || ending.json === undefined) return undefined;
  const value = JSON.parse(ending.json) as Serialised | null;
  if (typeof value !== 'object' || value?._retry !== true) return undefined;
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = value.retryOptions ?? {};
  return { retryAfter: Math.min(MAX_RETRY_SECONDS, retryAfter), retryReason, retryData };
}

interface Serialised {
  readonly _retry?: boolean;
  readonly retryOptions?: Partial<RetryRequest>;
}

export function isTooBig({ retryData }: RetryRequest): boolean {
  return retryData !== undefined && Buffer.byteLength(JSON.stringify(retryData)) > MAX_RETRY_DATA_BYTES;
}

/** InvocationErrorCode of @forge/events. Which one follows an error that the function throws is unverified (F27). */
export function reasonOf(ending: Ending): string {
  if (ending.kind === 'timed-out') return 'FUNCTION_TIME_OUT';
  if (ending.kind === 'out-of-memory') return 'FUNCTION_OUT_OF_MEMORY';
  return 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}

/** What is said of an event that the site itself had in hand when it ended. */
export function afterCrash(earlier: Retry | undefined): Retry {
  const retryCount = earlier?.retryCount ?? 0;
  return { retryCount, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', retryData: null };
}
