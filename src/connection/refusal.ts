import { UpstreamError } from '../upstream-error';

/** What a connection does not allow or have: nothing is sent, and another try comes to the same. */
export function refusal(code: string, message: string): UpstreamError {
  return new UpstreamError(message, { service: 'aws', code, retryable: false });
}
