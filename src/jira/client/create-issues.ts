import { z } from 'zod';
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import type { CreateAnswer, IssueDraft } from '../jira';
import { PROPERTY_KEY } from '../ownership';
import { because } from '../reasons';
import { refusalError, said, saidIn } from './errors';
import type { Call, Http, Reply } from './http';
import { route } from './requester';

/** Limit of POST /issue/bulk. */
const MAX_DRAFTS = 50;

/** Answers that say for certain that Jira made nothing, or (400) what it made. */
const REFUSALS: ReadonlySet<number> = new Set([400, 404, 405, 413, 415, 422]);

/** Codes of errors that say that Jira did not look at what it was asked for, and may do so later. */
const NOT_LOOKED_AT: ReadonlySet<string> = new Set(['401', '403', '429']);

/** Schema `CreatedIssues`. */
const answerSchema = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string() })).default([]),
  errors: z.array(z.object({ failedElementNumber: z.int(), elementErrors: z.unknown() })).default([]),
});

type Answer = z.infer<typeof answerSchema>;

/**
 * One bulk create. No idempotency key exists, so it is sent again only after a 429, 401 or 403, which Jira answers
 * before doing anything; one that stays is thrown, as retryable. Whatever leaves open which issues exist is `lost`.
 *
 * @param announce as `Call.beforeSent`
 */
export async function createIssues(
  http: Http,
  drafts: readonly IssueDraft[],
  announce: () => Promise<void>,
): Promise<CreateAnswer> {
  if (drafts.length === 0) return { kind: 'answered', created: [], rejected: [] };
  if (drafts.length > MAX_DRAFTS) throw new RangeError(`At most ${MAX_DRAFTS} drafts, not ${drafts.length}`);
  try {
    const call = createCall(drafts);
    const reply = await http.send({ ...call, beforeSent: announce });
    if (NOT_LOOKED_AT.has(String(reply.status))) throw refusalError(call.what, reply, { retryable: true });
    return readAnswer(reply, drafts);
  } catch (error) {
    if (!(error instanceof UpstreamError) || NOT_LOOKED_AT.has(error.details.code)) throw error;
    return { kind: 'lost', reason: error.reason };
  }
}

function createCall(drafts: readonly IssueDraft[]): Call {
  const body = { issueUpdates: drafts.map(toIssueUpdate) };
  const what = because('to-create-issues', { count: drafts.length });
  return { what, method: 'POST', route: route`/rest/api/3/issue/bulk`, body, repeatable: false };
}

/**
 * The identity goes into the create call itself, so that issue and mark appear together (unverified, J10). Without a
 * reporter Jira takes the app's account (unverified where the field is required, J16).
 */
function toIssueUpdate(draft: IssueDraft): object {
  return {
    fields: {
      ...draft.fieldValues,
      project: { id: draft.projectId },
      issuetype: { id: draft.issueTypeId },
      summary: draft.summary,
      ...(draft.parentId === undefined ? {} : { parent: { id: draft.parentId } }),
      ...(draft.description === undefined ? {} : { description: draft.description }),
      ...(draft.labels.length === 0 ? {} : { labels: draft.labels }),
      ...(draft.priorityId === undefined ? {} : { priority: { id: draft.priorityId } }),
    },
    properties: [{ key: PROPERTY_KEY, value: draft.property }],
  };
}

function readAnswer(reply: Reply, drafts: readonly IssueDraft[]): CreateAnswer {
  const isRefusal = REFUSALS.has(reply.status);
  if (!isRefusal && reply.status !== 201) return lost(because('jira-status', { status: reply.status }));
  const parsed = answerSchema.safeParse(reply.body);
  if (parsed.success && accountsForAll(parsed.data, drafts.length)) return answered(parsed.data);
  if (isRefusal && !mentionsIssues(parsed)) return allRejected(reply, drafts);
  return lost(because('jira-creates-unaccounted', { count: drafts.length }));
}

function accountsForAll({ issues, errors }: Answer, count: number): boolean {
  const failed = new Set(errors.map((error) => error.failedElementNumber));
  const inRange = [...failed].every((index) => index >= 0 && index < count);
  return inRange && issues.length + failed.size === count;
}

function mentionsIssues(parsed: z.ZodSafeParseResult<Answer>): boolean {
  return parsed.success && parsed.data.issues.length > 0;
}

function answered({ issues, errors }: Answer): CreateAnswer {
  const rejected = errors.map(({ failedElementNumber, elementErrors }) => ({
    index: failedElementNumber,
    reason: said(elementErrors) ?? because('jira-gave-no-reason'),
  }));
  return { kind: 'answered', created: issues, rejected };
}

function allRejected(reply: Reply, drafts: readonly IssueDraft[]): CreateAnswer {
  const reason = saidIn(reply);
  return { kind: 'answered', created: [], rejected: drafts.map((_, index) => ({ index, reason })) };
}

function lost(reason: Reason): CreateAnswer {
  return { kind: 'lost', reason };
}
