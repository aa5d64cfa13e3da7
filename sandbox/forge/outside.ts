/** Where an app's requests go: the stand-ins beside the host, the host's own storage and queues, or nowhere. */
import type { CallKind } from './kill-switch';
import type { Answered, OutsideAnswer, OutsideCall } from './protocol';
import { scopeRefusal } from './scopes/scope-check';

/** The services that the host does not play itself. */
export interface Upstream {
  /** `request.url` has Jira's path, `/rest/api/3/…`, under a host of no meaning. */
  jira(request: Request, caller: JiraCaller): Promise<Response>;
  /** The request as the app signed it. */
  aws(request: Request): Promise<Response>;
}

export type JiraCaller =
  | { readonly kind: 'app' }
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'anonymous' };

/** A JSON endpoint that the host plays: storage, queues, the URLs of web triggers. */
export type Endpoint = (path: string, body: unknown) => JsonAnswer;

export interface JsonAnswer {
  readonly status: number;
  /** Absent for an empty body. */
  readonly body?: unknown;
}

export interface Outside {
  readonly upstream: Upstream;
  readonly kvs: Endpoint;
  readonly queue: Endpoint;
  /** Stargate's; without it there is no stargate beside the queues. */
  readonly graphql?: Endpoint;
  /** Stargate's answer to reports of personal data. */
  readonly accounts?: Endpoint;
  /** Those of the manifest that hold. */
  readonly scopes: readonly string[];
}

export function kindOf({ target, url }: OutsideCall): CallKind {
  if (target.type === 'kvs') return 'kvs';
  if (target.type === 'fetch') return isAws(url) ? 'aws' : 'other';
  if (target.remote === 'jira') return 'jira';
  return target.remote === 'stargate' && url.startsWith('/webhook/queue/') ? 'queue' : 'other';
}

/** Performs a call in the name of the app, or of the person whose invocation it is. */
export async function perform(
  call: OutsideCall,
  accountId: string | undefined,
  { upstream, kvs, queue, graphql, accounts, scopes }: Outside,
): Promise<OutsideAnswer> {
  if (isNobodys(call, accountId)) return needsAuthentication();
  const refusal = scopeRefusal(call, scopes);
  if (refusal !== undefined) return refusal;
  switch (kindOf(call)) {
    case 'kvs':
      return json(kvs(call.url, parse(call)));
    case 'queue':
      return json(queue(call.url, parse(call)));
    case 'jira':
      return askJira(call, accountId, upstream);
    case 'aws':
      return askAws(call, upstream);
    case 'other':
      if (accounts && isStargate(call, '/app/report-accounts')) return json(accounts(call.url, parse(call)));
      return graphql && isStargate(call, '/graphql') ? json(graphql(call.url, parse(call))) : nowhere(call);
  }
}

/** A host name that does not resolve is no answer, as for the app's own `fetch`. */
async function askAws(call: OutsideCall, upstream: Upstream): Promise<OutsideAnswer> {
  try {
    return await answered(await upstream.aws(request(call, call.url)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTFOUND')) throw error;
    return { kind: 'no-answer', code: error.code, message: error.message };
  }
}

async function askJira(
  call: OutsideCall,
  accountId: string | undefined,
  upstream: Upstream,
): Promise<OutsideAnswer> {
  return answered(
    await upstream.jira(request(call, `https://jira.invalid${call.url}`), callerOf(call, accountId)),
  );
}

/** As a person of whom the host knows nothing. */
function isNobodys(call: OutsideCall, accountId: string | undefined): boolean {
  const { target } = call;
  const asPerson = target.provider !== 'app' && target.provider !== 'none';
  return kindOf(call) === 'jira' && asPerson && (target.accountId ?? accountId) === undefined;
}

function callerOf({ target }: OutsideCall, accountId: string | undefined): JiraCaller {
  if (target.provider === 'app') return { kind: 'app' };
  const person = target.accountId ?? accountId;
  if (target.provider === 'none' || person === undefined) return { kind: 'anonymous' };
  return { kind: 'user', accountId: person };
}

/** What @forge/api turns into NeedsAuthenticationError: nobody is there to act as. */
function needsAuthentication(): OutsideAnswer {
  const headers = [['forge-proxy-error', 'NEEDS_AUTHENTICATION_ERR']] as const;
  return { kind: 'answered', status: 401, statusText: 'Unauthorized', headers, body: undefined };
}

function nowhere({ target, url }: OutsideCall): OutsideAnswer {
  if (target.type !== 'fetch') {
    return json({ status: 501, body: { message: `The local host has no ${target.remote ?? target.type}.` } });
  }
  const { hostname } = new URL(url);
  return { kind: 'no-answer', code: 'ENOTFOUND', message: `getaddrinfo ENOTFOUND ${hostname}` };
}

function isStargate({ target, url }: OutsideCall, path: string): boolean {
  return target.remote === 'stargate' && url === path;
}

function isAws(url: string): boolean {
  return new URL(url).hostname.endsWith('.amazonaws.com');
}

function request({ method, headers, body }: OutsideCall, url: string): Request {
  return new Request(url, { method, headers: headers.map(([k, v]) => [k, v]), body: body ?? null });
}

async function answered(response: Response): Promise<Answered> {
  const { status, statusText, headers } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = bytes.length === 0 ? undefined : bytes;
  return { kind: 'answered', status, statusText, headers: [...headers], body };
}

function json({ status, body }: JsonAnswer): Answered {
  const headers = [['content-type', 'application/json']] as const;
  const bytes = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body));
  return { kind: 'answered', status, statusText: '', headers, body: bytes };
}

function parse({ body }: OutsideCall): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
