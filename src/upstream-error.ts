import { inWords } from './in-words';
import type { Reason } from './reason';

/** No service is waited for longer, in seconds: a date that is far off is a mistake of a clock, and may be taken back. */
export const LONGEST_WAIT_SECONDS = 3_600;

interface Details {
  readonly service: 'aws' | 'jira';
  /** The service's own word: `AccessDeniedException`, `404`, `timeout`. */
  readonly code: string;
  /** Another try later can succeed. */
  readonly retryable: boolean;
  /** Wait this long first, where the service said so; an hour at most, whatever it said. */
  readonly retryAfterSeconds?: number;
}

/**
 * A call to AWS or Jira that did not succeed, translated once at the boundary.
 * The reason is for a person and holds no secret; `cause` keeps the original for logs.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly details: Details;

  constructor(
    readonly reason: Reason,
    details: Details,
    options?: { readonly cause?: unknown },
  ) {
    super(inWords(reason), options);
    const { retryAfterSeconds } = details;
    this.details =
      retryAfterSeconds === undefined
        ? details
        : { ...details, retryAfterSeconds: Math.min(retryAfterSeconds, LONGEST_WAIT_SECONDS) };
  }
}
