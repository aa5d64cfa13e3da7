/** Issues as the current user sees them: what the pages show of Jira's answers. */
import { z } from 'zod';
import type { JiraClient } from './jira-client';

const status = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.object({ key: z.string() }),
});

const issueType = z.object({ id: z.string(), name: z.string(), hierarchyLevel: z.number() });

const person = z.object({ accountId: z.string(), displayName: z.string() });

const related = z.object({
  key: z.string(),
  fields: z.object({ summary: z.string(), status, issuetype: issueType }),
});

const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status,
    issuetype: issueType,
    project: z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string() }),
    labels: z.array(z.string()).default([]),
    priority: z.object({ name: z.string() }).nullish(),
    assignee: person.nullish(),
    reporter: person.nullish(),
    resolution: z.object({ name: z.string() }).nullish(),
    duedate: z.string().nullish(),
    created: z.string(),
    updated: z.string(),
    parent: related.optional(),
    description: z.unknown(),
  }),
  properties: z.record(z.string(), z.unknown()).default({}),
});

export type Status = Readonly<z.infer<typeof status>>;
export type Related = Readonly<z.infer<typeof related>>;
export type Issue = Readonly<z.infer<typeof issue>>;

const transition = z.object({ id: z.string(), name: z.string(), to: status });

export type Transition = Readonly<z.infer<typeof transition>>;

/** The entity property by which the app knows its issues: only these get the app's panel. */
export const APP_PROPERTY = 'well-architected';

const FETCH_LIMIT = 100;
const ALL_FIELDS = '*all';

/** By key, former key or id. @throws Problem 404 if there is none, or the user may not see it */
export function readIssue(jira: JiraClient, key: string): Promise<Issue> {
  return jira.get(`issue/${encodeURIComponent(key)}?fields=${ALL_FIELDS}&properties=${APP_PROPERTY}`, issue);
}

const found = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().optional(),
});

/** All issues that the query finds, in its order, and as they are now, however far Jira's search lags. */
export async function allIssues(jira: JiraClient, jql: string): Promise<readonly Issue[]> {
  const ids: string[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await jira.post('search/jql', { jql, maxResults: 5000, nextPageToken }, found);
    ids.push(...page.issues.map(({ id }) => id));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  const chunks = Array.from({ length: Math.ceil(ids.length / FETCH_LIMIT) }, (_, index) =>
    ids.slice(index * FETCH_LIMIT, (index + 1) * FETCH_LIMIT),
  );
  const fetched = (await Promise.all(chunks.map((chunk) => fetchIssues(jira, chunk)))).flat();
  const byId = new Map(fetched.map((each) => [each.id, each]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const fetchedIssues = z.object({ issues: z.array(issue) });

async function fetchIssues(jira: JiraClient, ids: readonly string[]): Promise<readonly Issue[]> {
  const body = { issueIdsOrKeys: ids, fields: [ALL_FIELDS], properties: [APP_PROPERTY] };
  return (await jira.post('issue/bulkfetch', body, fetchedIssues)).issues;
}

const issuePage = z.object({ issues: z.array(issue), nextPageToken: z.string().optional() });

export interface IssuePage {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string | undefined;
}

/** A page of a search. @throws Problem 400 for JQL that Jira does not take */
export function searchPage(jira: JiraClient, jql: string, nextPageToken?: string): Promise<IssuePage> {
  const body = { jql, nextPageToken, maxResults: 50, fields: [ALL_FIELDS], properties: [APP_PROPERTY] };
  return jira.post('search/jql', body, issuePage);
}

const transitions = z.object({ transitions: z.array(transition) });

/** What leads away from the issue's status; none for who may not move it. Conditions are Jira's to check. */
export async function transitionsOf(
  jira: JiraClient,
  { key, fields }: Issue,
): Promise<readonly Transition[]> {
  const path = `issue/${encodeURIComponent(key)}/transitions?includeUnavailableTransitions=true`;
  const all = (await jira.get(path, transitions)).transitions;
  return all.filter(({ to }) => to.id !== fields.status.id);
}

const appProperty = z.object({ risk: z.string().optional().catch(undefined) });

/** The risk that the app gave the issue, HIGH or MEDIUM for the most part. */
export function riskOf({ properties }: Issue): string | undefined {
  return appProperty.safeParse(properties[APP_PROPERTY]).data?.risk;
}
