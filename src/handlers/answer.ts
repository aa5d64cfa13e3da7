import type { Answer, ApiError } from '../contract';
import { logBug } from '../log-bug';
import { Refusal } from '../refusal';
import { RecordError } from '../storage/problems';
import { inInvocation } from '../storage/record-log';
import { UpstreamError } from '../upstream-error';

/**
 * Turns whatever happens in a handler into an answer; a bug tells the client nothing but that it is one.
 * Throws only the platform's own error for a person who has not let the app act for them: Forge then asks
 * for consent (unverified on a live site).
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
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  if (error instanceof UpstreamError) return { code: 'upstream', message: error.message };
  if (error instanceof RecordError) return { code: 'conflict', message: error.message };
  logBug('resolver', error);
  return {
    code: 'internal',
    message: 'Something went wrong inside the app; its log says what. Please report it.',
  };
}
