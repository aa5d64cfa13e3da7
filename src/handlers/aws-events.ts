/** The web trigger that EventBridge calls. */
import { z } from 'zod';
import { EVENT_SECRET_HEADER } from '../automatic/event-secret';
import { takeAwsEvent, type Verdict } from '../automatic/take-aws-event';
import { inWords } from '../in-words';
import { logBug } from '../log-bug';
import { platform } from './platform';

const requestSchema = z.object({
  method: z.string(),
  /** What follows the trigger's id in the URL: the connection. */
  userPath: z.string().optional(),
  path: z.string().optional(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});

interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/**
 * Answers at once, within EventBridge's 5 seconds, and never says why a key does not fit. EventBridge tries again
 * after 409, 429 and 5xx only, so what cannot be understood is refused for good. That Forge hands over the sub-path as
 * `userPath` is unverified (F4).
 */
export async function handleAwsEvent(request: unknown): Promise<Response> {
  try {
    const { data } = requestSchema.safeParse(request);
    if (data?.method !== 'POST') return respond(405, 'POST only.');
    const connectionId = lastPart(data.userPath ?? data.path ?? '');
    const key = headerOf(data.headers, EVENT_SECRET_HEADER);
    return toResponse(await takeAwsEvent({ connectionId, key, body: data.body }, platform));
  } catch (error) {
    logBug('aws-events', error);
    return respond(503, 'Try again later.');
  }
}

function toResponse(verdict: Verdict): Response {
  switch (verdict.kind) {
    case 'taken':
      return respond(202, 'Taken.');
    case 'wrong-key':
      return respond(401, 'The key does not fit.');
    case 'of-another-connection':
      return respond(403, 'Not of this connection.');
    case 'too-large':
      return respond(413, 'The body is too large.');
    case 'unreadable':
      return respond(400, inWords(verdict.problem));
  }
}

function lastPart(path: string): string {
  return path.split('/').pop() ?? '';
}

/** Whether Forge gives header names in lower case is unverified (F5). */
function headerOf(headers: Readonly<Record<string, readonly string[]>>, wanted: string): string | undefined {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted);
  return found?.[1][0];
}

function respond(statusCode: number, body: string): Response {
  return { statusCode, headers: { 'Content-Type': ['text/plain'] }, body };
}
