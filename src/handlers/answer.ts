import type { Answer, ApiError } from '../contract';
import { UpstreamError } from '../upstream-error';

/** An expected refusal: its message is for the person who called. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ApiError['code'],
    message: string,
  ) {
    super(message);
  }
}

/**
 * Turns whatever happens in a handler into an answer; a bug tells the client nothing but that it is one.
 * Throws only the platform's own error for a person who has not let the app act for them: Forge then asks
 * for consent (unverified on a live site).
 */
export async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    if (error instanceof UpstreamError && error.details.code === 'NEEDS_AUTHENTICATION_ERR')
      throw error.cause;
    return { ok: false, error: toApiError(error) };
  }
}

function toApiError(error: unknown): ApiError {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  if (error instanceof UpstreamError) return { code: 'upstream', message: error.message };
  logBug('resolver', error);
  return {
    code: 'internal',
    message: 'Something went wrong inside the app; its log says what. Please report it.',
  };
}

/** A bug's class and place go to the log; its message may quote data and does not. */
export function logBug(where: string, error: unknown): void {
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  // eslint-disable-next-line no-console -- the platform's log
  console.error('Unexpected error', JSON.stringify({ where, name, stack: stack.slice(0, 12) }));
}
