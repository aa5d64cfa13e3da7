import { z } from 'zod';
import { inParts, mapInFlight } from '../../in-flight';
import { JIRA_IN_FLIGHT } from '../in-flight';
import { UpstreamError } from '../../upstream-error';
import { eachOnce } from '../each-once';
import type { AnyIssue } from '../model';
import { PROPERTY_KEY } from '../ownership';
import { because } from '../reasons';
import type { Http } from './http';
import { ISSUE_FIELDS, issueSchema, toIssue } from './issue-schema';
import { route } from './requester';

/** Limit of POST /issue/bulkfetch. */
export const FETCH_LIMIT = 100;
/**
 * `issueErrors` names issues that exist but could not be read this time; what does not exist or is hidden
 * is in neither list.
 */
const answerSchema = z.object({
  issues: z.array(issueSchema),
  issueErrors: z.array(z.object({ id: z.string() })).default([]),
});

/** Reads issues by id or key, each once. */
export async function fetchIssues(http: Http, idsOrKeys: readonly string[]): Promise<readonly AnyIssue[]> {
  const parts = inParts([...new Set(idsOrKeys)], FETCH_LIMIT);
  const found = await mapInFlight(parts, JIRA_IN_FLIGHT, (part) => fetchPart(http, part));
  return eachOnce(found.flat());
}

/**
 * One part of at most `FETCH_LIMIT`. Throws where Jira could not read an issue that exists: an incomplete
 * read must never look like a deletion.
 */
export async function fetchPart(http: Http, idsOrKeys: readonly string[]): Promise<readonly AnyIssue[]> {
  const first = await bulkFetch(http, idsOrKeys);
  if (first.failed.length === 0) return first.issues;
  await http.pause(0);
  // All of them: what was read before the pause is not what there is now.
  const second = await bulkFetch(http, idsOrKeys);
  if (second.failed.length > 0) throw unreadable(second.failed);
  return second.issues;
}

interface Fetched {
  readonly issues: readonly AnyIssue[];
  /** Ids. */
  readonly failed: readonly string[];
}

async function bulkFetch(http: Http, idsOrKeys: readonly string[]): Promise<Fetched> {
  const body = { issueIdsOrKeys: idsOrKeys, fields: ISSUE_FIELDS, properties: [PROPERTY_KEY] };
  const call = { what: because('to-read-issues'), method: 'POST', repeatable: true, body } as const;
  const answer = await http.read({ ...call, route: route`/rest/api/3/issue/bulkfetch` }, answerSchema);
  return { issues: answer.issues.map(toIssue), failed: answer.issueErrors.map(({ id }) => id) };
}

function unreadable(ids: readonly string[]): UpstreamError {
  return new UpstreamError(because('jira-issues-unread', { issues: ids }), {
    service: 'jira',
    code: 'issue-errors',
    retryable: true,
  });
}
