/** A Jira stand-in for tests. Every exchange that goes through it must keep Atlassian's OpenAPI document, both ways. */
import { expect } from '@jest/globals';
import { manualClock, type SiteClock } from '../../../sandbox/clock';
import { createJira, type Caller, type Jira, type JiraOptions } from '../../../sandbox/jira/jira';
import { JIRA_ADMIN, MEMBER, OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../../sandbox/jira/seed/users';
import { openStore } from '../../../sandbox/store/store';
import { loadOpenApi } from '../../contract/jira/openapi';

export const START = Date.UTC(2026, 0, 2, 3, 4, 5);

export interface Answer {
  readonly status: number;
  readonly operation: string;
  readonly headers: Headers;
  readonly body: unknown;
  /** What stands at a path of the body: names and indices by dots, `*` for each of a list. */
  at(path: string): unknown;
}

export interface Client {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

export type Role =
  'jira admin' | 'project admin' | 'member' | 'viewer' | 'outsider' | 'anonymous' | 'the app';

export interface TestSite {
  readonly jira: Jira;
  readonly clock: SiteClock;
  as(role: Role): Client;
}

const CALLERS: Readonly<Record<Role, Caller>> = {
  'jira admin': { kind: 'user', accountId: JIRA_ADMIN },
  'project admin': { kind: 'user', accountId: PROJECT_ADMIN },
  member: { kind: 'user', accountId: MEMBER },
  viewer: { kind: 'user', accountId: VIEWER },
  outsider: { kind: 'user', accountId: OUTSIDER },
  anonymous: { kind: 'anonymous' },
  'the app': { kind: 'app' },
};

export function openSite(options: Partial<JiraOptions> = {}): TestSite {
  const clock = manualClock(START);
  const jira = createJira({ store: openStore(), clock, baseUrl: 'http://localhost:8080/jira', ...options });
  return { jira, clock, as: (role) => clientOf(jira, CALLERS[role]) };
}

export function clientOf(jira: Jira, caller: Caller): Client {
  const send = (method: string, path: string, body?: unknown) => exchange(jira, caller, method, path, body);
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  };
}

async function exchange(
  jira: Jira,
  caller: Caller,
  method: string,
  path: string,
  sent: unknown,
): Promise<Answer> {
  const url = new URL(`http://site/rest/api/3${path}`);
  const text = sent === undefined ? undefined : JSON.stringify(sent);
  const content = text === undefined ? {} : { body: text, headers: { 'content-type': 'application/json' } };
  const request = new Request(url, { method, ...content });
  const { response, operation } = await jira.handle(request, caller);
  const requestBody = text === undefined ? undefined : parsed(text);
  const body = parsed(await response.text());
  const { status } = response;
  const { pathname, searchParams: query } = url;
  const exchanged = { method, path: pathname, query, requestBody, status, responseBody: body };
  const isOfGateway = status === 429 && !response.headers.has('ratelimit-reason');
  if (status < 500 && status !== 410 && !isOfGateway)
    expect(loadOpenApi()?.validateExchange(exchanged) ?? []).toEqual([]);
  return {
    status,
    operation,
    headers: response.headers,
    body,
    at: (place) => valueAt(body, place.split('.')),
  };
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || value === null || value === undefined) return value;
  if (name === '*') return (value as readonly unknown[]).map((each) => valueAt(each, rest));
  return valueAt((value as Readonly<Record<string, unknown>>)[name], rest);
}

/** A document of one paragraph. */
export function adf(text: string): object {
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

/** Fields of an issue in WA; a field of value undefined is left out. */
export function fields(type: string, more: Readonly<Record<string, unknown>> = {}): object {
  return { project: { key: 'WA' }, issuetype: { name: type }, summary: `A ${type}`, ...more };
}

/** Creates an issue and answers its id and key. */
export async function create(
  client: Client,
  type: string,
  more: Readonly<Record<string, unknown>> = {},
  rest: object = {},
): Promise<{ id: string; key: string }> {
  const answer = await client.post('/issue', { fields: fields(type, more), ...rest });
  expect(answer.status).toBe(201);
  return { id: String(answer.at('id')), key: String(answer.at('key')) };
}

export async function search(client: Client, jql: string): Promise<string[]> {
  const answer = await client.post('/search/jql', { jql, fields: ['key'], maxResults: 5000 });
  expect(answer.status).toBe(200);
  return answer.at('issues.*.key') as string[];
}
