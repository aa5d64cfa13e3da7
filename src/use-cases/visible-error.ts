import { Refusal } from '../refusal';
import { UpstreamError } from '../upstream-error';
import { visibleReason, type Viewer } from './visible';

/** The error as the viewer may be told it. What is neither a refusal nor a failure of a service passes as it is. */
export function visibleError(error: unknown, viewer: Viewer): unknown {
  if (error instanceof Refusal) {
    const { code, reason, retryAfterSeconds } = error;
    return new Refusal(code, visibleReason(reason, viewer), retryAfterSeconds);
  }
  if (!(error instanceof UpstreamError)) return error;
  const { reason, details, cause } = error;
  return new UpstreamError(visibleReason(reason, viewer), details, { cause });
}
