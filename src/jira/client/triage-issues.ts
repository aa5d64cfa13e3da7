/** Open Sub-tasks of ours, as whoever the requester acts for sees them. */
import { z } from 'zod';
import { inParts, mapInFlight } from '../../in-flight';
import { UpstreamError } from '../../upstream-error';
import { JIRA_IN_FLIGHT } from '../in-flight';
import type { StatusCategory } from '../model';
import { parseOwnership, PROPERTY_KEY } from '../ownership';
import { because } from '../reasons';
import { FETCH_LIMIT } from './fetch-issues';
import { createHttp, type Http, type HttpOptions } from './http';
import { statusSchema } from './issue-schema';
import { openSubtasks, type Narrowing } from './jql';
import { route } from './requester';

export interface TriageIssue {
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly summary: string;
  readonly status: { readonly name: string; readonly category: StatusCategory };
  readonly assignee?: { readonly accountId: string; readonly displayName: string };
  /** `2026-11-22`. */
  readonly dueDate?: string;
  /** Absent where it is hidden from the reader. */
  readonly parent?: { readonly id: string; readonly key: string; readonly summary: string };
  /** As its property says, which anybody who can edit the issue may have written. */
  readonly risk?: string;
}

export interface TriageIssuePage {
  readonly issues: readonly TriageIssue[];
  readonly cursor?: string;
}

export interface WhichSubtasks {
  readonly projectKey: string;
  readonly workloadArns: readonly string[];
  readonly narrowing?: Narrowing;
  readonly cursor?: string;
}

/** Most issues on a page where fields are asked for (POST /search/jql; unverified, J13). */
const PAGE = 100;

const FIELDS = ['summary', 'status', 'assignee', 'duedate', 'parent', 'project'];

/** Hidden and empty fields are null or absent. */
const issue = z.object({
  id: z.string(),
  key: z.string(),
  properties: z.record(z.string(), z.unknown()).optional(),
  fields: z.object({
    summary: z.string().nullish(),
    status: statusSchema,
    assignee: z.object({ accountId: z.string(), displayName: z.string() }).nullish(),
    duedate: z.iso.date().nullish().catch(undefined),
    parent: z
      .object({ id: z.string(), key: z.string(), fields: z.object({ summary: z.string().nullish() }) })
      .nullish(),
    project: z.object({ key: z.string() }),
  }),
});

const fetchedSchema = z.object({ issues: z.array(issue) });
const pageSchema = fetchedSchema.extend({ nextPageToken: z.string().nullish() });

/**
 * Issues by id, whatever their status: 1 point for each hundred and 1 for each that is found. What is hidden or not
 * there is left out, and so is what Jira could not read just now. Throws `UpstreamError`.
 */
export async function fetchTriageIssues(
  asUser: HttpOptions,
  ids: readonly string[],
): Promise<readonly TriageIssue[]> {
  const http = createHttp(asUser);
  const parts = inParts([...new Set(ids)], FETCH_LIMIT);
  const found = await mapInFlight(parts, JIRA_IN_FLIGHT, (part) => fetchPart(http, part));
  return found.flat();
}

async function fetchPart(http: Http, ids: readonly string[]): Promise<readonly TriageIssue[]> {
  const body = { issueIdsOrKeys: ids, fields: FIELDS, properties: [PROPERTY_KEY] };
  const call = { what: because('to-see-issues'), method: 'POST', repeatable: true, body } as const;
  const { issues } = await http.read({ ...call, route: route`/rest/api/3/issue/bulkfetch` }, fetchedSchema);
  return issues.map(toTriageIssue);
}

/**
 * One page of what JQL finds. The index lags by seconds to minutes. Throws `UpstreamError`; see `isRefusedSearch`.
 */
export async function searchTriageIssues(
  asUser: HttpOptions,
  { projectKey, workloadArns, narrowing, cursor }: WhichSubtasks,
): Promise<TriageIssuePage> {
  const body = {
    jql: openSubtasks(projectKey, workloadArns, narrowing),
    fields: FIELDS,
    properties: [PROPERTY_KEY],
    maxResults: PAGE,
    ...(cursor === undefined ? {} : { nextPageToken: cursor }),
  };
  const call = { what: because('to-search-open-subtasks'), method: 'POST', repeatable: true, body } as const;
  const page = await createHttp(asUser).read({ ...call, route: route`/rest/api/3/search/jql` }, pageSchema);
  return {
    issues: page.issues.map(toTriageIssue),
    ...(page.nextPageToken ? { cursor: page.nextPageToken } : {}),
  };
}

/**
 * Whether Jira refused what it was asked: a cursor that is made up, too old, or of a list that reads otherwise by now;
 * without one a status or a person that it does not know.
 */
export function isRefusedSearch(error: unknown): boolean {
  return error instanceof UpstreamError && error.details.service === 'jira' && error.details.code === '400';
}

function toTriageIssue({ id, key, fields, properties }: z.infer<typeof issue>): TriageIssue {
  const risk = parseOwnership(properties?.[PROPERTY_KEY])?.risk;
  const { summary, status, assignee, duedate, parent, project } = fields;
  return {
    ...{ id, key, projectKey: project.key, summary: summary ?? '' },
    status: { name: status.name, category: status.statusCategory },
    ...(assignee ? { assignee: { accountId: assignee.accountId, displayName: assignee.displayName } } : {}),
    ...(duedate ? { dueDate: duedate } : {}),
    ...(parent ? { parent: { id: parent.id, key: parent.key, summary: parent.fields.summary ?? '' } } : {}),
    ...(risk === undefined ? {} : { risk }),
  };
}
