/** The one place that sends requests to Jira: JSON in and out, counting, waiting, trying again. */
import type { z } from 'zod';
import type { Reason } from '../../reason';
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
}

export interface Call {
  /** What is asked of Jira. */
  readonly what: Reason;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly route: Route;
  readonly body?: unknown;
  /** Doing it twice is the same as once: only such a call is sent again when its answer is lost. */
  readonly repeatable: boolean;
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
   * a request away before doing anything.
   */
  send(call: Call): Promise<Reply>;

  /** As `send`, and throws for any answer that is not a success in the form of the schema. */
  read<T>(call: Call, schema: z.ZodType<T>): Promise<T>;

  /** Waits as before retry number `attempt` (from 0). */
  pause(attempt: number): Promise<void>;
}

type Result =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly advice: Advice }
  | { readonly kind: 'silence'; readonly cause: unknown };

export function createHttp(options: HttpOptions): Http {
  let sent = 0;

  async function send(call: Call): Promise<Reply> {
    const retries = options.retries ?? MAX_RETRIES;
    for (let attempt = 0; ; attempt++) {
      sent++;
      const result = await sendOnce(options, call);
      const wait =
        attempt < retries && worthRepeating(result, call)
          ? waitBefore(attempt, adviceIn(result), options.jitter())
          : undefined;
      if (wait === undefined) return replyOf(call, result);
      await options.sleep(wait);
    }
  }

  async function read<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
    const reply = await send(call);
    if (reply.status < 200 || reply.status > 299) throw refusalError(call.what, reply);
    const parsed = schema.safeParse(reply.body);
    if (!parsed.success) throw formError(call.what, parsed.error);
    return parsed.data;
  }

  async function pause(attempt: number): Promise<void> {
    await options.sleep(waitBefore(attempt, NO_ADVICE, options.jitter()) ?? 0);
  }

  return { calls: () => sent, send, read, pause };
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
function replyOf(call: Call, result: Result): Reply {
  if (result.kind === 'silence') throw silenceError(call.what, result.cause);
  const { reply, advice } = result;
  if (reply.status !== 429 && !saysNothing(reply.status)) return reply;
  throw refusalError(call.what, reply, { retryable: true, retryAfterSeconds: advice.retryAfterSeconds });
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
