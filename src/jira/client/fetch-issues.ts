import { z } from 'zod';
import { inParts, mapInFlight } from '../../in-flight';
import { UpstreamError } from '../../upstream-error';
import type { OurIssue } from '../model';
import { PROPERTY_KEY } from '../ownership';
import { because } from '../reasons';
import type { Http } from './http';
import { ISSUE_FIELDS, issueSchema, toOurIssue } from './issue-schema';
import { route } from './requester';

/** Limit of POST /issue/bulkfetch. */
export const FETCH_LIMIT = 100;
const IN_FLIGHT = 4;

/**
 * `issueErrors` names issues that exist but could not be read this time; what does not exist or is hidden
 * is in neither list.
 */
const answerSchema = z.object({
  issues: z.array(issueSchema).default([]),
  issueErrors: z.array(z.object({ id: z.string() })).default([]),
});

/** What a read of some ids or keys found: how many issues of anybody's, and which of them are ours. */
interface Found {
  readonly existing: number;
  readonly ours: readonly OurIssue[];
}

/** Reads issues by id or key and keeps those with a valid property of ours, each once. */
export async function fetchIssues(http: Http, idsOrKeys: readonly string[]): Promise<readonly OurIssue[]> {
  const parts = inParts([...new Set(idsOrKeys)], FETCH_LIMIT);
  const found = await mapInFlight(parts, IN_FLIGHT, (part) => fetchPart(http, part));
  return eachOnce(found.flatMap(({ ours }) => ours));
}

/**
 * One part of at most `FETCH_LIMIT`. Throws where Jira could not read an issue that exists: an incomplete
 * read must never look like a deletion.
 */
export async function fetchPart(http: Http, idsOrKeys: readonly string[]): Promise<Found> {
  const first = await bulkFetch(http, idsOrKeys);
  if (first.failed.length === 0) return first;
  await http.pause(0);
  const second = await bulkFetch(http, first.failed);
  if (second.failed.length > 0) throw unreadable(second.failed);
  return { existing: first.existing + second.existing, ours: [...first.ours, ...second.ours] };
}

/** An id and a key, or two keys of a moved issue, can name the same issue. */
export function eachOnce(issues: readonly OurIssue[]): readonly OurIssue[] {
  return [...new Map(issues.map((issue) => [issue.id, issue])).values()];
}

async function bulkFetch(
  http: Http,
  idsOrKeys: readonly string[],
): Promise<Found & { readonly failed: readonly string[] }> {
  const body = { issueIdsOrKeys: idsOrKeys, fields: ISSUE_FIELDS, properties: [PROPERTY_KEY] };
  const call = { what: because('to-read-issues'), method: 'POST', repeatable: true, body } as const;
  const answer = await http.read({ ...call, route: route`/rest/api/3/issue/bulkfetch` }, answerSchema);
  return {
    existing: answer.issues.length,
    ours: answer.issues.map(toOurIssue).filter((issue) => issue !== undefined),
    failed: answer.issueErrors.map(({ id }) => id),
  };
}

function unreadable(ids: readonly string[]): UpstreamError {
  return new UpstreamError(because('jira-issues-unread', { issues: ids }), {
    service: 'jira',
    code: 'issue-errors',
    retryable: true,
  });
}
