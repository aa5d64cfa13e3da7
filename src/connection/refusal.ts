import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';

/** What a connection does not allow or have: nothing is sent, and another try comes to the same. */
export function refusal(code: string, reason: Reason): UpstreamError {
  return new UpstreamError(reason, { service: 'aws', code, retryable: false });
}
