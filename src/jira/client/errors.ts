/** Turns what Jira says on failure into reasons and into `UpstreamError`, once, here. */
import { z } from 'zod';
import { ofIssue } from '../../problem';
import type { Reason } from '../../reason';
import { truncate } from '../../truncate';
import { UpstreamError } from '../../upstream-error';
import { because } from '../reasons';
import { singleLine } from '../text';

const MAX_WORDS = 500;

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** Schema `ErrorCollection` of Jira's OpenAPI document, lenient. */
const errorCollection = z.object({
  errorMessages: z.array(z.string()).optional(),
  errors: z.record(z.string(), z.unknown()).optional(),
});

/** Jira's own words: its messages, then `field: message` for each field; '' where it gives none. */
function wordsOf(body: unknown): string {
  const parsed = errorCollection.safeParse(body);
  if (!parsed.success) return '';
  const { errorMessages = [], errors = {} } = parsed.data;
  const byField = Object.entries(errors).map(([field, message]) => `${field}: ${asText(message)}`);
  return truncate(singleLine([...errorMessages, ...byField].join('; ')), MAX_WORDS);
}

/** Jira's own words, `edit`ed; `undefined` where it gives none. */
export function said(body: unknown, edit = (words: string) => words): Reason | undefined {
  const words = wordsOf(body);
  return words === '' ? undefined : because('jira-said', { words: { quote: edit(words), by: 'jira' } });
}

/** Jira's words, or at least the status. */
export function saidIn({ status, body }: Reply, edit?: (words: string) => string): Reason {
  return said(body, edit) ?? because('jira-status', { status });
}

/** Why a call failed that Jira answered with no. */
export function refusalOf(what: Reason, reply: Reply): Reason {
  const withoutStop = (words: string) => words.replace(/\.$/, '');
  return because('jira-refused-call', { call: what, said: saidIn(reply, withoutStop) });
}

/** Jira answered, and the answer is no. */
export function refusalError(
  what: Reason,
  reply: Reply,
  retry: { readonly retryable: boolean; readonly retryAfterSeconds?: number | undefined } = {
    retryable: false,
  },
): UpstreamError {
  const { retryable, retryAfterSeconds } = retry;
  return new UpstreamError(refusalOf(what, reply), {
    service: 'jira',
    code: String(reply.status),
    retryable,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

/** No answer came. The original may name hosts or hold a token: it stays in `cause`. */
export function silenceError(what: Reason, cause: unknown): UpstreamError {
  const code = codeOf(cause);
  const retryable = !isAnswered(cause);
  return new UpstreamError(
    because('jira-silent', { call: what, code }),
    { service: 'jira', code, retryable },
    { cause },
  );
}

/**
 * Jira answered something that its documentation does not allow: half an answer, or another service's.
 *
 * @param retryable whether it may be asked again
 */
export function formError(what: Reason, error: z.ZodError, retryable: boolean): UpstreamError {
  const [first] = error.issues;
  if (first === undefined) throw new RangeError('zod refused without an issue');
  const problem = ofIssue(first);
  return unexpected(what, { place: first.path.join('.'), problem }, retryable, error);
}

/** The same, at a place in the answer that is dotted. */
export function malformed(what: Reason, place: string, problem: Reason): UpstreamError {
  return unexpected(what, { place, problem }, false);
}

function unexpected(
  call: Reason,
  wrong: { readonly place: string; readonly problem: Reason },
  retryable: boolean,
  cause?: unknown,
): UpstreamError {
  return new UpstreamError(
    because('jira-answer-malformed', { call, ...wrong }),
    { service: 'jira', code: 'unexpected-answer', retryable },
    { cause },
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
