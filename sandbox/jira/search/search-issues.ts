/** POST and GET /search/jql: bounded JQL over what the index shows, in pages with a token. */
import { browsableProjects, isCleared } from '../access/access';
import { compileJql } from '../jql/compile';
import type { CompiledJql } from '../jql/types';
import type { Issue } from '../model/issue';
import { Refusal, notServed, refusal } from '../refusal';
import type { Site } from '../site';
import { type IssueView, issueBean } from '../views/issue';
import { MAX_PROPERTIES } from '../views/limits';
import { wantedFields } from '../views/wanted-fields';
import { expandedNames, expandedSchema } from '../views/field-names';
import { jqlContext } from './jql-context';
import { jqlIssueOf } from './jql-issue';
import { readPageToken, writePageToken } from './page-token';
import type { IndexedIssue } from './search-index';

export interface SearchRequest {
  readonly jql: string;
  readonly nextPageToken: string | undefined;
  readonly maxResults: number;
  readonly fields: readonly string[] | undefined;
  readonly expand: ReadonlySet<string>;
  readonly properties: readonly string[] | undefined;
  /** Ids that the answer must get right whatever the index says. */
  readonly reconcileIssues: readonly string[];
}

/** Documented: "It returns max 5000 issues", with id or key only. The smaller page is unverified (J13). */
const MAX_BARE_PAGE = 5000;
const MAX_PAGE = 100;
const MAX_RECONCILED = 50;

const UNBOUNDED =
  'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';

type Query = Extract<CompiledJql, { ok: true }>;

/** The document's SearchAndReconcileResults. @throws Refusal 400 for what Jira refuses */
export function searchIssues(site: Site, accountId: string | undefined, request: SearchRequest): object {
  refuseExcess(request);
  const query = compile(site, accountId, request.jql);
  const found = matching(site, accountId, query, request.reconcileIssues);
  const offset = readPageToken(request.nextPageToken, request.jql);
  const end = offset + pageSize(request);
  const view = viewOf(accountId, request);
  const issues = found.slice(offset, end).map(({ issue }) => bean(site, issue, request, view));
  return {
    issues,
    isLast: end >= found.length,
    ...(end < found.length ? { nextPageToken: writePageToken(end, request.jql) } : {}),
    ...(request.expand.has('names') ? { names: expandedNames(site.tables, view.wanted) } : {}),
    ...(request.expand.has('schema') ? { schema: expandedSchema(site.tables, view.wanted) } : {}),
  };
}

function refuseExcess({ properties, reconcileIssues, maxResults }: SearchRequest): void {
  if ((properties?.length ?? 0) > MAX_PROPERTIES) {
    throw refusal(400, `A maximum of ${MAX_PROPERTIES} issue property keys can be specified.`);
  }
  if (reconcileIssues.length > MAX_RECONCILED) {
    throw refusal(400, `A maximum of ${MAX_RECONCILED} issue ids can be reconciled.`);
  }
  if (maxResults < 1) throw refusal(400, "The value of 'maxResults' must be greater than 0.");
}

function compile(site: Site, accountId: string | undefined, jql: string): Query {
  if (jql.trim() === '') throw refusal(400, UNBOUNDED);
  const query = compileJql(jql, jqlContext(site, accountId));
  if (!query.ok && query.unserved !== undefined) throw notServed(query.unserved);
  if (!query.ok) throw new Refusal(400, { errorMessages: query.errors, errors: {} });
  if (!query.bounded) throw refusal(400, UNBOUNDED);
  return query;
}

function matching(
  site: Site,
  accountId: string | undefined,
  query: Query,
  reconcile: readonly string[],
): IndexedIssue[] {
  const browsable = new Set(browsableProjects(site.tables, accountId).map((project) => project.id));
  const candidates = new Map(site.index.visible());
  for (const id of reconcile) {
    const issue = site.issues.get(id);
    if (issue === undefined) candidates.delete(id);
    else candidates.set(id, { issue, view: jqlIssueOf(site.tables, issue) });
  }
  // Who may see an issue is asked of the issue as it is now, however far the index lags.
  const visible = (indexed: Issue) => {
    const issue = site.issues.get(indexed.id) ?? indexed;
    return browsable.has(issue.projectId) && isCleared(site.tables, accountId, issue);
  };
  return [...candidates.values()]
    .filter(({ issue, view }) => visible(issue) && query.matches(view))
    .sort((a, b) => query.compare(a.view, b.view));
}

function pageSize({ maxResults, fields, properties }: SearchRequest): number {
  const bare =
    properties === undefined && (fields ?? ['id']).every((field) => field === 'id' || field === 'key');
  return Math.min(maxResults, bare ? MAX_BARE_PAGE : MAX_PAGE);
}

function viewOf(viewer: string | undefined, { fields, expand, properties }: SearchRequest): IssueView {
  // Names and schema stand once beside the issues.
  const perIssue = new Set([...expand].filter((part) => part !== 'names' && part !== 'schema'));
  return { viewer, wanted: wantedFields(fields, 'id'), expand: perIssue, properties };
}

/** Without any field but `id`, Jira answers the id and nothing else. */
function bean(site: Site, issue: IndexedIssue['issue'], request: SearchRequest, view: IssueView): object {
  const onlyId = (request.fields ?? ['id']).every((field) => field === 'id');
  if (onlyId && request.properties === undefined) return { id: issue.id };
  return issueBean(site, issue, view);
}
