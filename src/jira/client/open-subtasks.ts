/** Open Sub-tasks of ours, as whoever the requester acts for sees them. */
import { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import type { OwnershipProperty, StatusCategory } from '../model';
import { parseOwnership, PROPERTY_KEY } from '../ownership';
import { because } from '../reasons';
import { createHttp, type HttpOptions } from './http';
import { statusSchema } from './issue-schema';
import { openSubtasks } from './jql';
import { route } from './requester';

export interface OpenSubtask {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: { readonly name: string; readonly category: StatusCategory };
  readonly assignee?: { readonly accountId: string; readonly displayName: string };
  /** `2026-11-22`. */
  readonly dueDate?: string;
  /** Absent where it is hidden from the reader. */
  readonly parent?: { readonly id: string; readonly key: string; readonly summary: string };
  /** Anybody who can edit the issue may have written it. */
  readonly property: OwnershipProperty;
}

export interface SubtaskPage {
  readonly subtasks: readonly OpenSubtask[];
  readonly cursor?: string;
}

export interface WhichSubtasks {
  readonly projectKey: string;
  readonly workloadArns: readonly string[];
  readonly cursor?: string;
}

/** Most issues on a page where fields are asked for (POST /search/jql; unverified). */
const PAGE = 100;

const FIELDS = ['summary', 'status', 'assignee', 'duedate', 'parent', 'issuetype'];

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
  }),
});

const pageSchema = z.object({ issues: z.array(issue), nextPageToken: z.string().nullish() });

/**
 * One page in the order of keys. The index lags by seconds to minutes; a Sub-task whose property does not read
 * is left out. Throws `UpstreamError`; see `isStaleCursor`.
 */
export async function readOpenSubtasks(
  asUser: HttpOptions,
  { projectKey, workloadArns, cursor }: WhichSubtasks,
): Promise<SubtaskPage> {
  const body = {
    jql: openSubtasks(projectKey, workloadArns),
    fields: FIELDS,
    properties: [PROPERTY_KEY],
    maxResults: PAGE,
    ...(cursor === undefined ? {} : { nextPageToken: cursor }),
  };
  const call = { what: because('to-search-open-subtasks'), method: 'POST', repeatable: true, body } as const;
  const page = await createHttp(asUser).read({ ...call, route: route`/rest/api/3/search/jql` }, pageSchema);
  return {
    subtasks: page.issues.flatMap((found) => toSubtask(found) ?? []),
    ...(page.nextPageToken ? { cursor: page.nextPageToken } : {}),
  };
}

/** Whether Jira refused a cursor: one that is made up, too old, or of a list that reads otherwise by now. */
export function isStaleCursor(error: unknown): boolean {
  return error instanceof UpstreamError && error.details.service === 'jira' && error.details.code === '400';
}

function toSubtask({ id, key, fields, properties }: z.infer<typeof issue>): OpenSubtask | undefined {
  const property = parseOwnership(properties?.[PROPERTY_KEY]);
  if (property?.choice === undefined) return undefined;
  const { summary, status, assignee, duedate, parent } = fields;
  return {
    id,
    key,
    summary: summary ?? '',
    status: { name: status.name, category: status.statusCategory },
    ...(assignee ? { assignee: { accountId: assignee.accountId, displayName: assignee.displayName } } : {}),
    ...(duedate ? { dueDate: duedate } : {}),
    ...(parent ? { parent: { id: parent.id, key: parent.key, summary: parent.fields.summary ?? '' } } : {}),
    property,
  };
}
