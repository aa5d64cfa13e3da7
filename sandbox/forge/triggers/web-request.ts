/**
 * What a web trigger is asked and answers.
 * https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger
 */
import { z } from 'zod';
import type { Ending } from '../runner';
import type { WebTrigger } from './modules';

export interface WebTriggerRequest {
  readonly method: string;
  /** What follows the id in the URL, with its slash; empty for nothing. */
  readonly userPath: string;
  /** Names in lower case here; whether Forge leaves them as the caller wrote them is unverified (F5). */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly queryParameters: Readonly<Record<string, readonly string[]>>;
  readonly body?: string;
}

export interface WebTriggerAnswer {
  readonly statusCode: number;
  readonly statusText?: string | undefined;
  readonly headers?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly body?: string | undefined;
}

/** "Invocation limits": what a function is sent, and what it may answer. */
const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

/** Other properties are left alone, "to support forward compatibility". */
const answer = z.object({
  statusCode: z.int().min(200).max(599),
  statusText: z.string().optional(),
  headers: z.record(z.string(), z.array(z.string())).optional(),
  body: z.string().optional(),
});

/** The handler's first argument; `path` is that of a URL on Forge. */
export function webTriggerRequest(id: string, request: WebTriggerRequest): object {
  return { ...request, path: `/public/${id}${request.userPath}` };
}

/** What Forge says to a request that is too big is unverified (F30). */
export function tooBig(request: object): WebTriggerAnswer | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(request));
  return bytes > MAX_REQUEST_BYTES ? { statusCode: 413 } : undefined;
}

/**
 * What the caller gets: "If the function result is not compatible with the JSON format, then an error response
 * with status code 500 is sent." What follows an error or the time limit is unverified (F30).
 */
export function webTriggerAnswer(ending: Ending, outputs: WebTrigger['outputs']): WebTriggerAnswer {
  if (ending.kind === 'timed-out') return { statusCode: 504 };
  if (ending.kind !== 'returned' || ending.json === undefined) return { statusCode: 500 };
  if (Buffer.byteLength(ending.json) > MAX_ANSWER_BYTES) return { statusCode: 500 };
  if (outputs !== undefined) return staticAnswer(JSON.parse(ending.json), outputs);
  const given = answer.safeParse(JSON.parse(ending.json));
  return given.success ? given.data : { statusCode: 500 };
}

const choice = z.object({ outputKey: z.string() });

/** Of the manifest's outputs the one that the function names. */
function staticAnswer(value: unknown, outputs: NonNullable<WebTrigger['outputs']>): WebTriggerAnswer {
  const chosen = choice.safeParse(value);
  const output = chosen.success ? outputs.get(chosen.data.outputKey) : undefined;
  if (output === undefined) return { statusCode: 500 };
  const { statusCode, contentType, body } = output;
  return {
    statusCode,
    body,
    ...(contentType === undefined ? {} : { headers: { 'Content-Type': [contentType] } }),
  };
}
