/** The web trigger that EventBridge calls: anybody on the internet can, so nothing is believed before the key fits. */
import { z } from 'zod';
import { parseAwsEvent, MAX_BODY_BYTES, type AwsEvent } from '../automatic/aws-event';
import { EVENT_SECRET_HEADER } from '../automatic/event-secret';
import { accountOf, type Connection } from '../connection/model';
import { connections } from '../connection/open-review-source';
import { placeOf } from '../connection/permissions';
import { logBug } from './answer';
import { automaticLink } from './automatic-link';
import { eventSecrets, seenEvents, touches } from './automatic-stores';

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
 * after 409, 429 and 5xx only, so what cannot be understood is refused for good.
 */
export async function handleAwsEvent(request: unknown): Promise<Response> {
  try {
    return await take(request);
  } catch (error) {
    logBug('aws-events', error);
    return respond(503, 'Try again later.');
  }
}

async function take(request: unknown): Promise<Response> {
  const { data } = requestSchema.safeParse(request);
  if (data?.method !== 'POST') return respond(405, 'POST only.');
  const connectionId = lastPart(data.userPath ?? data.path ?? '');
  const key = headerOf(data.headers, EVENT_SECRET_HEADER);
  if (!(await eventSecrets.matches(connectionId, key))) return respond(401, 'The key does not fit.');
  if (Buffer.byteLength(data.body) > MAX_BODY_BYTES) return respond(413, 'The body is too large.');
  const parsed = parseAwsEvent(data.body);
  if ('problem' in parsed) return respond(400, parsed.problem);
  const connection = await connections.get(connectionId);
  if (!connection || !isOf(connection, parsed.event)) return respond(403, 'Not of this connection.');
  await seenEvents.once(connectionId, parsed.event.id, () => touchAnswer(parsed.event, connection));
  return respond(202, 'Taken.');
}

/** A key speaks for its connection's account and Regions alone. */
function isOf(connection: Connection, { account, region }: AwsEvent): boolean {
  return accountOf(connection) === account && connection.regions.includes(region);
}

/** What the app did itself is no news. */
async function touchAnswer(
  { account, region, workloadId, questionId, issuerArn }: AwsEvent,
  connection: Connection,
): Promise<void> {
  if (issuerArn !== undefined && issuerArn === connection.roleArn) return;
  const { partition } = placeOf(connection);
  const workloadArn = `arn:${partition}:wellarchitected:${region}:${account}:workload/${workloadId}`;
  const found = await automaticLink(workloadArn);
  if (found?.connection.id !== connection.id) return;
  const question = questionId === undefined ? {} : { question: questionId };
  await touches.touch({ direction: 'aws', workloadArn, ...question }, found.settings.quietSeconds);
}

function lastPart(path: string): string {
  return path.split('/').pop() ?? '';
}

/** Whether Forge gives header names in lower case is unverified. */
function headerOf(headers: Readonly<Record<string, readonly string[]>>, wanted: string): string | undefined {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted);
  return found?.[1][0];
}

function respond(statusCode: number, body: string): Response {
  return { statusCode, headers: { 'Content-Type': ['text/plain'] }, body };
}
