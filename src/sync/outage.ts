/** How hard a run presses a service, and when it takes failures for an outage. */
import type { UpstreamError } from '../upstream-error';

/** This many failures of a service in a row are not about single issues or questions any more. */
export const OUTAGE = 5;

/** The service asks to wait, or keeps the app out: that is about no single issue or question. */
export function asksToWait({ details: { code, retryAfterSeconds } }: UpstreamError): boolean {
  return code === '429' || code === '401' || retryAfterSeconds !== undefined;
}
