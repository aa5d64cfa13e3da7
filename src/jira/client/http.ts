/** The one place that sends requests to Jira: JSON in and out, counting, waiting, trying again. */
import type { z } from 'zod';
import type { Reason } from '../../reason';
import type { UpstreamError } from '../../upstream-error';
import { adviceOf, MAX_RETRIES, NO_ADVICE, waitBefore, type Advice } from './backoff';
import { formError, isAnswered, refusalError, silenceError } from './errors';
import type { Requester, RequesterInit, Route } from './requester';

export interface HttpOptions {
  readonly requester: Requester;
  /** ms since the epoch. */
  readonly clock: { now(): number };
  readonly sleep: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly jitter: () => number;
  /** Retries after the first try; 4 by default. */
  readonly retries?: number;
  /**
   * Whether the rights of whom it acts for may come late: those of an app are seen to come minutes after it was
   * installed, and a 401 or 403 says until then that they are not there yet, not that something is forbidden.
   */
  readonly rightsMayLag?: boolean;
}

export interface Call {
  /** What is asked of Jira. */
  readonly what: Reason;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly route: Route;
  readonly body?: unknown;
  /** Doing it twice is the same as once: only such a call is sent again when its answer is lost. */
  readonly repeatable: boolean;
  /**
   * Sent once, without a wait: it stands between a read and the write that follows from it, or is that write. What may
   * pass is thrown as retryable, and what was read has to be read again: see `waitAfter`.
   */
  readonly once?: true;
  /**
   * Called directly before each time that it is sent, after any wait: what it notes is as old as one answer of storage.
   * What it throws is passed on, and the call is not sent.
   */
  readonly beforeSent?: () => Promise<void>;
}

export interface Reply {
  readonly status: number;
  /** Parsed JSON; `undefined` for an empty body and for one that is not JSON. */
  readonly body: unknown;
}

export interface Http {
  /** Requests sent so far, retries included. */
  calls(): number;

  /**
   * Jira's answer, whatever it says, except 429, 408 and 5xx: those (and silence) are tried again where that
   * is safe and then thrown as a retryable `UpstreamError`. A 429 is safe for every call: Jira turns such
   * a request away before doing anything. So are a 401 and a 403 where rights may lag; they are tried again as
   * often as one call would be, over all calls of the client, since a lasting refusal is met by each. A 401 that
   * stays is thrown as retryable then.
   */
  send(call: Call): Promise<Reply>;

  /**
   * As `send`, and throws for any answer that is not a success in the form of the schema. Where the form alone is wrong,
   * a part of the answer may have got lost: a repeatable call is sent again as after silence, and thrown as retryable.
   */
  read<T>(call: Call, schema: z.ZodType<T>): Promise<T>;

  /** Waits as before retry number `attempt` (from 0). */
  pause(attempt: number): Promise<void>;

  /**
   * The same, after a call that was sent once. False, and at once, where waiting is not worth it: another try would
   * fare no better, there were as many as one call has, or Jira asks for more than half a minute.
   */
  waitAfter(error: UpstreamError, attempt: number): Promise<boolean>;
}

type Result =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly advice: Advice }
  | { readonly kind: 'silence'; readonly cause: unknown };

/** Turned away before anything was done: by who asks, not by what was asked for. */
const KEPT_OUT: ReadonlySet<number> = new Set([401, 403]);

export function createHttp(options: HttpOptions): Http {
  const { rightsMayLag = false, retries = MAX_RETRIES } = options;
  let sent = 0;
  let patience = rightsMayLag ? retries : 0;

  async function send(call: Call): Promise<Reply> {
    for (let attempt = 0; ; attempt++) {
      await call.beforeSent?.();
      sent++;
      const result = await sendOnce(options, call);
      const isKeptOut = result.kind === 'reply' && KEPT_OUT.has(result.reply.status);
      const isWorthIt = isKeptOut ? patience-- > 0 : worthRepeating(result, call);
      if (call.once === true) return onlyReplyOf(call, result, isWorthIt, rightsMayLag);
      const wait =
        attempt < retries && isWorthIt ? waitBefore(attempt, adviceIn(result), options.jitter()) : undefined;
      if (wait === undefined) return replyOf(call, result, rightsMayLag);
      await options.sleep(wait);
    }
  }

  async function read<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const reply = await send(call);
      if (reply.status < 200 || reply.status > 299) {
        throw refusalError(call.what, reply, { retryable: rightsMayLag && KEPT_OUT.has(reply.status) });
      }
      const parsed = schema.safeParse(reply.body);
      if (parsed.success) return parsed.data;
      const error = formError(call.what, parsed.error, call.repeatable);
      if (call.once === true || !(await waitAfter(error, attempt))) throw error;
    }
  }

  async function pause(attempt: number): Promise<void> {
    await options.sleep(waitBefore(attempt, NO_ADVICE, options.jitter()) ?? 0);
  }

  async function waitAfter({ details }: UpstreamError, attempt: number): Promise<boolean> {
    const { retryable, retryAfterSeconds } = details;
    if (!retryable || attempt >= retries) return false;
    const wait = waitBefore(attempt, { quota: false, retryAfterSeconds }, options.jitter());
    if (wait !== undefined) await options.sleep(wait);
    return wait !== undefined;
  }

  return { calls: () => sent, send, read, pause, waitAfter };
}

async function sendOnce(options: HttpOptions, call: Call): Promise<Result> {
  try {
    const response = await options.requester(call.route, initOf(call));
    const reply = { status: response.status, body: parseJson(await response.text()) };
    const advice = adviceOf(response.status, response.headers, options.clock.now());
    return { kind: 'reply', reply, advice };
  } catch (cause) {
    return { kind: 'silence', cause };
  }
}

function initOf(call: Call): RequesterInit {
  const headers = { Accept: 'application/json' };
  if (call.body === undefined) return { method: call.method, headers };
  return {
    method: call.method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(call.body),
  };
}

function worthRepeating(result: Result, call: Call): boolean {
  if (result.kind === 'silence') return call.repeatable && !isAnswered(result.cause);
  const { status } = result.reply;
  return status === 429 || (call.repeatable && (status === 409 || saysNothing(status)));
}

/** An answer, or the error that takes its place. */
function replyOf(call: Call, result: Result, rightsMayLag: boolean): Reply {
  if (result.kind === 'silence') throw silenceError(call.what, result.cause);
  const { reply, advice } = result;
  if (reply.status === 401 && rightsMayLag) throw refusalError(call.what, reply, { retryable: true });
  if (reply.status !== 429 && !saysNothing(reply.status)) return reply;
  throw refusalError(call.what, reply, { retryable: true, retryAfterSeconds: advice.retryAfterSeconds });
}

/** Of a call that is sent once: what another call would be sent again for is thrown. */
function onlyReplyOf(call: Call, result: Result, isWorthIt: boolean, rightsMayLag: boolean): Reply {
  const reply = replyOf(call, result, rightsMayLag);
  if (isWorthIt) throw refusalError(call.what, reply, { retryable: true });
  return reply;
}

/** Statuses that leave open whether Jira did it: a timeout, or any failure of Jira or a proxy before it. */
function saysNothing(status: number): boolean {
  return status === 408 || status >= 500;
}

function adviceIn(result: Result): Advice {
  return result.kind === 'reply' ? result.advice : NO_ADVICE;
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
