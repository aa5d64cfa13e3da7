/** Turns what Jira says on failure into words and into `UpstreamError`, once, here. */
import { z } from 'zod';
import { truncate } from '../../truncate';
import { UpstreamError } from '../../upstream-error';
import { singleLine } from '../text';

const MAX_WORDS = 500;

/** Schema `ErrorCollection` of Jira's OpenAPI document, lenient. */
const errorCollection = z.object({
  errorMessages: z.array(z.string()).optional(),
  errors: z.record(z.string(), z.unknown()).optional(),
});

/** Jira's own words: its messages, then `field: message` for each field; '' where it gives none. */
export function wordsOf(body: unknown): string {
  const parsed = errorCollection.safeParse(body);
  if (!parsed.success) return '';
  const { errorMessages = [], errors = {} } = parsed.data;
  const byField = Object.entries(errors).map(([field, message]) => `${field}: ${asText(message)}`);
  return truncate(singleLine([...errorMessages, ...byField].join('; ')), MAX_WORDS);
}

/** Jira's words, or at least the status. */
export function reasonOf(reply: { readonly status: number; readonly body: unknown }): string {
  return wordsOf(reply.body) || `Jira answered HTTP ${reply.status}`;
}

/** Jira answered, and the answer is no. `what` completes "Could not …". */
export function refusalError(
  what: string,
  reply: { readonly status: number; readonly body: unknown },
  retry: { readonly retryable: boolean; readonly retryAfterSeconds?: number | undefined } = {
    retryable: false,
  },
): UpstreamError {
  const { retryable, retryAfterSeconds } = retry;
  return new UpstreamError(`Could not ${what}: ${reasonOf(reply).replace(/\.$/, '')}.`, {
    service: 'jira',
    code: String(reply.status),
    retryable,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

/** No answer came. The original may name hosts or hold a token: it stays in `cause`. */
export function silenceError(what: string, cause: unknown): UpstreamError {
  const code = codeOf(cause);
  const retryable = !isAnswered(cause);
  return new UpstreamError(
    `Could not ${what}: no answer from Jira (${code}).`,
    { service: 'jira', code, retryable },
    {
      cause,
    },
  );
}

/** Jira answered something that its documentation does not allow. */
export function formError(what: string, error: z.ZodError): UpstreamError {
  const first = error.issues[0];
  const place = first?.path.join('.') ?? '';
  return new UpstreamError(
    `Could not ${what}: Jira's answer has an unexpected form at "${place}" (${first?.message ?? 'unknown'}).`,
    { service: 'jira', code: 'unexpected-answer', retryable: false },
    { cause: error },
  );
}

/**
 * Whether `@forge/api` threw in place of an answer that it had: it does so for a user who has not let the
 * app act for them (`NEEDS_AUTHENTICATION_ERR`, 401) and for addresses that are not allowed (403).
 */
export function isAnswered(thrown: unknown): boolean {
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'network';
  if (thrown.name === 'AbortError' || thrown.name === 'TimeoutError') return 'timeout';
  return thrown.name.endsWith('_ERR') ? thrown.name : 'network';
}

function asText(message: unknown): string {
  return typeof message === 'string' ? message : JSON.stringify(message);
}
