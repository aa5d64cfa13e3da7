import { inWords } from './in-words';
import type { Reason } from './reason';

/**
 * A call to AWS or Jira that did not succeed, translated once at the boundary.
 * The reason is for a person and holds no secret; `cause` keeps the original for logs.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';

  constructor(
    readonly reason: Reason,
    readonly details: {
      readonly service: 'aws' | 'jira';
      /** The service's own word: `AccessDeniedException`, `404`, `timeout`. */
      readonly code: string;
      /** Another try later can succeed. */
      readonly retryable: boolean;
      /** Wait this long first, where the service said so. */
      readonly retryAfterSeconds?: number;
    },
    options?: { readonly cause?: unknown },
  ) {
    super(inWords(reason), options);
  }
}
