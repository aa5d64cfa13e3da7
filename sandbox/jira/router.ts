/** Finds the operation of a request and performs it. */
import { type Context, Hono } from 'hono';
import { type Caller, accountOf } from './caller';
import type { Failures } from './failures';
import { type Answer, type Call, type Operation, operationName } from './operation';
import type { Asked, RateLimits } from './limits/rate-limits';
import { splitList } from './query';
import { Refusal, errorMessage, notServed } from './refusal';
import type { Site } from './site';

/** What travels with a request: who sends it and at whose cost, and (written by the router) which operation it is. */
export interface Passage {
  readonly caller: Caller;
  readonly spendsPoints: boolean;
  operation: string;
}

export type Router = (request: Request, passage: Passage) => Response | Promise<Response>;

interface Environment {
  Bindings: Passage;
}

export interface Equipment {
  readonly site: Site;
  readonly failures: Failures;
  readonly limits: RateLimits;
}

export function createRouter(operations: readonly Operation[], equipment: Equipment): Router {
  const app = new Hono<Environment>();
  for (const operation of operations) {
    app.on(operation.method, honoPath(operation.path), (context) => respond(context, operation, equipment));
  }
  // Whether or not Jira has it: the local site keeps no list of all that Jira serves.
  app.notFound(({ req }) => json(notServed(`${req.method} ${req.path}`), {}));
  app.onError((error) => {
    throw error;
  });
  return (request, passage) => app.fetch(request, passage);
}

/** Everything between reading the body and the commit is synchronous: requests cannot interleave. */
async function respond(
  context: Context<Environment>,
  operation: Operation,
  { site, failures, limits }: Equipment,
): Promise<Response> {
  const name = operationName(operation);
  context.env.operation = name;
  const text = await context.req.raw.text();
  const asked = askedOf(context, operation, site, text);
  const send = (answer: Answer, headers: Readonly<Record<string, string>> = {}): Response =>
    json(answer, { ...limits.headers(asked), ...headers });
  const refusal = limits.admit(asked);
  if (refusal !== undefined) return send(refusal, refusal.headers);
  const failure = failures.next(name, site.clock.now());
  if (failure !== undefined && failure.apply !== true) return json(failure, failure.headers ?? {});
  const answer = attempt(operation, context, site, text);
  site.commit();
  const tooDear = limits.settle(asked, answer);
  if (failure !== undefined) return json(failure, failure.headers ?? {});
  return tooDear === undefined ? send(answer) : send(tooDear, tooDear.headers);
}

function askedOf({ req, env }: Context<Environment>, operation: Operation, site: Site, text: string): Asked {
  const idOrKey = req.param('issueIdOrKey');
  return {
    method: operation.method,
    operation: operationName(operation),
    body: jsonIn(text),
    issueId: idOrKey === undefined ? undefined : site.issues.find(idOrKey)?.id,
    spendsPoints: env.spendsPoints,
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function attempt(operation: Operation, context: Context<Environment>, site: Site, text: string): Answer {
  try {
    const call = callOf(context, site, text);
    if (call.accountId === undefined && !operation.anonymous) return unauthenticated();
    refuseExpand(operation, call);
    return operation.handle(call);
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
}

/** A value that Jira expands and the local site does not; others are ignored, as Jira ignores them. */
function refuseExpand({ unservedExpand = [] }: Operation, { query, body }: Call): void {
  const asked = splitList([...query.getAll('expand'), ...expandIn(body)]);
  const unserved = asked.find((value) => unservedExpand.includes(value));
  if (unserved !== undefined) throw notServed(`expand=${unserved} of this operation`);
}

function expandIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !('expand' in body)) return [];
  return [body.expand].flat().filter((value) => typeof value === 'string');
}

function callOf(context: Context<Environment>, site: Site, text: string): Call {
  const url = new URL(context.req.url);
  return {
    site,
    accountId: accountOf(context.env.caller),
    pathname: url.pathname,
    path: context.req.param(),
    query: url.searchParams,
    body: parseJson(context, text),
  };
}

function parseJson(context: Context<Environment>, text: string): unknown {
  if (text === '') return undefined;
  if (!/^application\/(.+\+)?json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Refusal(415, errorMessage('The content type must be application/json.'));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      400,
      errorMessage('There was an error parsing JSON. Check that your request body is valid.'),
    );
  }
}

function unauthenticated(): Answer {
  return { status: 401, body: errorMessage('Client must be authenticated to access this resource.') };
}

function json(answer: Answer, headers: Readonly<Record<string, string>>): Response {
  const { status, body } = answer;
  if (body === undefined) return new Response(null, { status, headers });
  const content = { 'content-type': 'application/json;charset=UTF-8' };
  return new Response(JSON.stringify(body), { status, headers: { ...content, ...headers } });
}

/** `{issueIdOrKey}` in the document is `:issueIdOrKey` in the router. */
function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
