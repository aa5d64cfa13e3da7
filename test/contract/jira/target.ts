import { createJira, type Caller, type Jira } from '../../../sandbox/jira/jira';
import { JIRA_ADMIN, MEMBER, VIEWER } from '../../../sandbox/jira/seed/users';
import { openStore } from '../../../sandbox/store/store';
import type { Exchange } from './openapi';

/**
 * The Jira under test: the local site's stand-in, or a real site where the environment names one (CONTRIBUTING):
 *
 *   JIRA_SITE=https://example.atlassian.net JIRA_EMAIL=… JIRA_TOKEN=… npx jest test/contract/jira
 *
 * reads only; with JIRA_SCRATCH_PROJECT=KEY the tests that write run too, in that project, which has an Epic, a Task and a
 * Sub-task type and no other required fields than the summary. They delete what they make.
 */
export interface Target {
  readonly name: string;
  readonly isStandIn: boolean;
  /** Where tests may write; undefined on a real site without a scratch project. */
  readonly scratchProject: string | undefined;
  /** Sends one request; a stand-in also as somebody else than the one who may do everything. */
  readonly send: (request: TargetRequest) => Promise<Exchange>;
}

export interface TargetRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly body?: unknown;
  readonly as?: 'admin' | 'member' | 'viewer' | 'anonymous';
}

type Send = (request: Request, as: NonNullable<TargetRequest['as']>) => Promise<Response>;

/** The environment decides; see `Target`. */
export function openTarget(): Target {
  const real = realSite();
  if (!real)
    return { name: 'the stand-in', isStandIn: true, scratchProject: 'WA', send: sender(STAND_IN, standIn()) };
  const send: Send = (request, as) => {
    if (as !== 'anonymous')
      request.headers.set('authorization', `Basic ${btoa(`${real.email}:${real.token}`)}`);
    return fetch(request);
  };
  return {
    name: real.url,
    isStandIn: false,
    scratchProject: real.scratchProject,
    send: sender(real.url, send),
  };
}

export interface RealSite {
  readonly url: string;
  readonly email: string;
  readonly token: string;
  readonly scratchProject: string | undefined;
}

/** The real site that the environment names, if it does. */
export function realSite(): RealSite | undefined {
  const {
    JIRA_SITE: url,
    JIRA_EMAIL: email,
    JIRA_TOKEN: token,
    JIRA_SCRATCH_PROJECT: scratchProject,
  } = process.env;
  if (url === undefined || email === undefined || token === undefined) return undefined;
  return { url, email, token, scratchProject };
}

/** A local site of its own, in memory, that stands still in 2026; its projects have issue security schemes. */
export function openStandIn(baseUrl: string): Jira {
  const jira = createJira({
    store: openStore(),
    clock: { now: () => Date.UTC(2026, 2, 10, 12) },
    baseUrl,
    propertyIndex: [{ propertyKey: 'contract', path: 'name', type: 'string', alias: 'contractName' }],
  });
  for (const key of ['WA', 'KAN']) {
    jira.admin.setSecurityScheme(key, {
      name: 'Internal',
      levels: [{ name: 'Staff', accounts: [JIRA_ADMIN] }],
    });
  }
  return jira;
}

/** The part of a request that a local site at `/jira` hands on to Jira. */
export function withoutBase(request: Request): Request {
  const url = new URL(request.url);
  return new Request(`${url.origin}${url.pathname.replace(/^\/jira/, '')}${url.search}`, request);
}

const STAND_IN = 'http://localhost/jira';

const CALLERS = {
  admin: { kind: 'user', accountId: JIRA_ADMIN },
  member: { kind: 'user', accountId: MEMBER },
  viewer: { kind: 'user', accountId: VIEWER },
  anonymous: { kind: 'anonymous' },
} as const satisfies Record<string, Caller>;

function standIn(): Send {
  const jira = openStandIn(STAND_IN);
  return async (request, as) => (await jira.handle(withoutBase(request), CALLERS[as])).response;
}

function sender(baseUrl: string, send: Send): Target['send'] {
  return async ({ method, url, body, as = 'admin' }) => {
    const json =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await send(new Request(`${baseUrl}${url}`, { method, ...json }), as);
    const text = await response.text();
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    return {
      method,
      path: pathname,
      query: searchParams,
      requestBody: body,
      status: response.status,
      responseBody: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  };
}
