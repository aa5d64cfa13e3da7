import type { Answer, ApiError } from '../contract';
import { logBug } from '../log-bug';
import { Refusal } from '../refusal';
import { RecordError } from '../storage/problems';
import { inInvocation } from '../storage/record-log';
import { StorageUnavailable } from '../storage/unavailable';
import { UpstreamError } from '../upstream-error';
import { because } from './reasons';

/**
 * Turns whatever happens in a handler into an answer; a bug tells the client nothing but that it is one.
 * Throws only the platform's own error for a person who has not let the app act for them: Forge then asks
 * for consent (unverified on a live site, F11).
 */
export async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, data: await inInvocation(work) };
  } catch (error) {
    if (error instanceof UpstreamError && error.details.code === 'NEEDS_AUTHENTICATION_ERR')
      throw error.cause;
    return { ok: false, error: toApiError(error) };
  }
}

function toApiError(error: unknown): ApiError {
  if (error instanceof Refusal) return ofRefusal(error);
  if (error instanceof UpstreamError) return ofUpstream(error);
  if (error instanceof RecordError) return { code: 'conflict', reason: error.reason };
  if (error instanceof StorageUnavailable) return { code: 'upstream', reason: because('storage-down') };
  logBug('resolver', error);
  return { code: 'internal', reason: because('bug-in-app') };
}

function ofRefusal({ code, reason, retryAfterSeconds }: Refusal): ApiError {
  return { code, reason, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

function ofUpstream({ reason, details: { retryAfterSeconds } }: UpstreamError): ApiError {
  return { code: 'upstream', reason, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}
