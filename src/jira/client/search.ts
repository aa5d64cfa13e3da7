import { z } from 'zod';
import { inParts, mapInFlight } from '../../in-flight';
import { JIRA_IN_FLIGHT } from '../in-flight';
import { UpstreamError } from '../../upstream-error';
import { because } from '../reasons';
import type { Http } from './http';
import type { ClaimedIds, ClaimsPage } from '../jira';
import type { Claims, OurIssue } from '../model';
import { hasProperty, PROPERTY_KEY } from '../ownership';
import { creatorSchema, ISSUE_FIELDS, issueSchema, toIssue } from './issue-schema';
import {
  allClaims,
  claimsBut,
  claimsOf,
  claimsOfOthers,
  MOST_LEFT_OUT,
  movedWithin,
  newestFirst,
  oursOfType,
} from './jql';
import { route } from './requester';

/** Most ids that Jira gives on one page when nothing but ids is asked for (POST /search/jql). */
const PAGE = 5_000;

/** An answer that was cut short has neither the word that it is the last page nor a token for the next. */
function pageOf<T extends z.ZodType>(issue: T) {
  return z
    .object({ issues: z.array(issue), isLast: z.boolean().optional(), nextPageToken: z.string().nullish() })
    .refine(({ isLast, nextPageToken }) => isLast === true || typeof nextPageToken === 'string', {
      path: ['isLast'],
    });
}

const pageSchema = pageOf(z.object({ id: z.string(), key: z.string().optional() }));

type Page = z.infer<typeof pageSchema>;

/** See `Jira.search`. */
export function searchClaims(http: Http, claims: Claims): Promise<readonly string[]> {
  return allIds(http, claimsOf(claims));
}

/** Where more than ids is asked for, Jira gives no more than this many on a page (unverified, J13). */
const FULL_PAGE = 100;

const claimsSchema = pageOf(
  z.object({
    id: z.string(),
    key: z.string(),
    fields: z.object({ summary: z.string().nullish(), creator: creatorSchema }),
  }),
);

/** See `Jira.searchOthers`. */
export function searchOthers(http: Http, claims: Claims): Promise<readonly string[]> {
  return allIds(http, claimsOfOthers(claims));
}

/** See `Jira.searchUnknown`. */
export async function searchUnknown(
  http: Http,
  claims: Omit<Claims, 'creators'>,
  knownIds: readonly string[],
  most: number,
): Promise<ClaimedIds> {
  if (knownIds.length <= MOST_LEFT_OUT) {
    try {
      return await someIds(http, claimsBut(claims, knownIds), most);
    } catch (error) {
      // Jira names an issue that was deleted or is hidden.
      if (!(error instanceof UpstreamError) || error.details.code !== '400') throw error;
    }
  }
  const known = new Set(knownIds);
  const { ids, more } = await someIds(http, allClaims(claims), inHundreds(known.size) + most);
  return { ids: ids.filter((id) => !known.has(id)), more };
}

async function someIds(http: Http, jql: string, most: number): Promise<ClaimedIds> {
  const body = { jql, fields: ['id'], maxResults: Math.min(most, PAGE) };
  const { issues, nextPageToken } = await searchPage(http, body);
  return { ids: issues.map(({ id }) => id), more: typeof nextPageToken === 'string' };
}

/** Rounded up: the same search is sent again while some issues come and go. */
function inHundreds(count: number): number {
  return Math.ceil(count / 100) * 100;
}

/** See `Jira.showOthers`. */
export async function showOthers(http: Http, claims: Claims): Promise<ClaimsPage> {
  const jql = claimsOfOthers(claims);
  const body = { jql, fields: ['summary', 'creator'], maxResults: FULL_PAGE };
  const { issues, nextPageToken } = await http.read(search(body), claimsSchema);
  return {
    claims: issues.map(({ id, key, fields: { summary, creator } }) => ({
      ...{ id, key, summary: summary ?? '', creator },
    })),
    more: typeof nextPageToken === 'string',
  };
}

/** Projects that one search names: some 600 characters of JQL. */
const PROJECTS_A_SEARCH = 50;

/** See `Jira.recentlyMoved`. */
export async function searchMoved(
  http: Http,
  minutes: number,
  projectIds: readonly string[],
): Promise<readonly OurIssue[]> {
  const parts = inParts([...new Set(projectIds)], PROJECTS_A_SEARCH);
  return (await mapInFlight(parts, 1, (part) => movedIn(http, minutes, part))).flat();
}

/** JQL refuses to name a project that was deleted or is hidden: halved until each such project stands alone. */
async function movedIn(
  http: Http,
  minutes: number,
  projectIds: readonly string[],
): Promise<readonly OurIssue[]> {
  try {
    return await allIssues(http, movedWithin(minutes, projectIds));
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.details.code !== '400') throw error;
    if (projectIds.length === 1) return [];
    const halves = inParts(projectIds, Math.ceil(projectIds.length / 2));
    return (await mapInFlight(halves, 1, (half) => movedIn(http, minutes, half))).flat();
  }
}

async function allIds(http: Http, jql: string): Promise<readonly string[]> {
  const issues = await allPages((token) =>
    searchPage(http, { jql, fields: ['id'], maxResults: PAGE, ...token }),
  );
  return issues.map(({ id }) => id);
}

const issuesSchema = pageOf(issueSchema);

/** What tells where an issue stands; texts cost more than all the rest. */
const STANDING = ISSUE_FIELDS.filter((field) => !['description', 'labels', 'subtasks'].includes(field));

async function allIssues(http: Http, jql: string): Promise<readonly OurIssue[]> {
  const asked = { jql, fields: STANDING, properties: [PROPERTY_KEY], maxResults: FULL_PAGE };
  const issues = await allPages((token) => http.read(search({ ...asked, ...token }), issuesSchema));
  return issues.map(toIssue).filter(hasProperty);
}

interface PageOf<T> {
  readonly issues: readonly T[];
  readonly nextPageToken?: string | null | undefined;
}

async function allPages<T>(
  ask: (token: { readonly nextPageToken?: string }) => Promise<PageOf<T>>,
): Promise<readonly T[]> {
  const issues: T[] = [];
  const seen = new Set<string>();
  for (let token: string | undefined; ;) {
    const page = await ask(token === undefined ? {} : { nextPageToken: token });
    issues.push(...page.issues);
    token = page.nextPageToken ?? undefined;
    if (token === undefined) return issues;
    if (seen.has(token)) throw repeatedPage();
    seen.add(token);
  }
}

/** The highest issue number of a project that the index knows; 0 for none. */
export async function searchLastNumber(http: Http, projectKey: string): Promise<number> {
  const page = await searchPage(http, { jql: newestFirst(projectKey), fields: ['key'], maxResults: 1 });
  return Number(/-(\d+)$/.exec(page.issues[0]?.key ?? '')?.[1] ?? 0);
}

/** See `ProjectExaminer.typesInUse`. */
export async function searchTypesInUse(
  http: Http,
  projectId: string,
  typeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await mapInFlight(typeIds, JIRA_IN_FLIGHT, async (id) => {
    const jql = oursOfType(projectId, id);
    const { issues } = await searchPage(http, { jql, fields: ['id'], maxResults: 1 });
    return issues.length === 0 ? [] : [id];
  });
  return new Set(found.flat());
}

function searchPage(http: Http, body: object): Promise<Page> {
  return http.read(search(body), pageSchema);
}

function search(body: object) {
  const call = { what: because('to-search-issues'), method: 'POST', repeatable: true, body } as const;
  return { ...call, route: route`/rest/api/3/search/jql` };
}

function repeatedPage(): UpstreamError {
  return new UpstreamError(because('jira-page-repeated'), {
    service: 'jira',
    code: 'unexpected-answer',
    retryable: true,
  });
}
