/** What EventBridge sends through the API destination of aws/events.yaml, parsed. Pure. */
import { z } from 'zod';
import { isRegion, type Region } from '../connection/regions';
import type { Reason } from '../reason';
import { because } from './reasons';

/** A call that changed a review. Only a hint: whoever acts on it reads the review again. */
export interface AwsEvent {
  /** EventBridge's id: the same each time it delivers this event. */
  readonly id: string;
  /** The account whose trail recorded the call; a shared workload belongs to another one. */
  readonly account: string;
  readonly region: Region;
  /** 32 hexadecimal digits. */
  readonly workloadId: string;
  /** As the caller wrote it: a name, or an ARN with or without a version. */
  readonly lensAlias?: string;
  readonly questionId?: string;
  /** When the call was made, in milliseconds since the epoch; AWS gives whole seconds. */
  readonly at: number;
  /** The operation: `UpdateAnswer`, … */
  readonly eventName: string;
  /** The role whose session called; absent for an IAM user and the root user. */
  readonly issuerArn?: string;
}

/** `problem` quotes nothing of what was sent. */
export type ParsedAwsEvent = { readonly event: AwsEvent } | { readonly problem: Reason };

/** In bytes. An event of aws/events.yaml has less than 2 KiB; EventBridge's own limit is 256 KiB. */
export const MAX_BODY_BYTES = 64 * 1024;

/** The template sends an empty text for what an event does not have. */
const text = (max: number) => z.string().max(max).optional();

const parameters = z.object({
  WorkloadId: text(2048),
  LensAlias: text(128),
  QuestionId: text(128),
  workloadId: text(2048),
  lensAlias: text(128),
  questionId: text(128),
});

/** Lengths are those of AWS's shapes WorkloadId, LensAlias and QuestionId. */
const schema = z.object({
  /** In whatever case: it is one event. */
  id: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
    .transform((id) => id.toLowerCase()),
  'detail-type': z.literal('AWS API Call via CloudTrail'),
  source: z.literal('aws.wellarchitected'),
  account: z.string().regex(/^\d{12}$/),
  region: z.string().refine(isRegion),
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    eventName: z.string().regex(/^[A-Za-z]{1,64}$/),
    requestParameters: parameters,
    userIdentity: z
      .object({
        sessionContext: z.object({ sessionIssuer: z.object({ arn: text(2048) }).optional() }).optional(),
      })
      .optional(),
  }),
});

const WORKLOAD_ID = /^[0-9a-f]{32}$/;

/**
 * EventBridge tries for 24 hours ("Event retry policy"), and what CloudTrail records comes some minutes late. An older
 * event is a made-up one, or one that was kept and sent again: ids that were seen are known for 48 hours.
 */
const OLDEST_HOURS = 36;

/** How far AWS's clock may be ahead of ours. */
const AHEAD_MINUTES = 15;

/** @param now milliseconds since the epoch */
export function parseAwsEvent(body: string, now: number): ParsedAwsEvent {
  if (Buffer.byteLength(body, 'utf8') > MAX_BODY_BYTES) return { problem: because('event-too-large') };
  const json = parseJson(body);
  if (json === undefined) return { problem: because('event-no-json') };
  const { data, error } = schema.safeParse(json);
  if (data === undefined) return { problem: because('event-not-as-sent', { places: places(error) }) };
  const parsed = toEvent(data);
  if (!('event' in parsed) || isOfTime(parsed.event.at, now)) return parsed;
  return { problem: because('event-out-of-time', { hours: OLDEST_HOURS, minutes: AHEAD_MINUTES }) };
}

function isOfTime(at: number, now: number): boolean {
  return at >= now - OLDEST_HOURS * 3_600_000 && at <= now + AHEAD_MINUTES * 60_000;
}

function toEvent({ detail, ...event }: z.infer<typeof schema>): ParsedAwsEvent {
  const sent = detail.requestParameters;
  const workloadId = present(sent.WorkloadId, sent.workloadId);
  if (workloadId === undefined || !WORKLOAD_ID.test(workloadId)) {
    return { problem: because('event-not-as-sent', { places: ['detail.requestParameters.WorkloadId'] }) };
  }
  const lensAlias = present(sent.LensAlias, sent.lensAlias);
  const questionId = present(sent.QuestionId, sent.questionId);
  const issuerArn = present(detail.userIdentity?.sessionContext?.sessionIssuer?.arn);
  const { id, account, region, time } = event;
  return {
    event: {
      ...{ id, account, region, workloadId, at: Date.parse(time), eventName: detail.eventName },
      ...(lensAlias === undefined ? {} : { lensAlias }),
      ...(questionId === undefined ? {} : { questionId }),
      ...(issuerArn === undefined ? {} : { issuerArn }),
    },
  };
}

/** The first that is no empty text. */
function present(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text !== '');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** Where it is wrong, by the names that the schema gives: names of the sender's own are not quoted. */
function places(error: z.ZodError): readonly string[] {
  const paths = error.issues.map(({ path }) => path.join('.') || 'the body');
  return [...new Set(paths)];
}
