/** Finds the operation of a request and performs it. */
import { type Context, Hono } from 'hono';
import { type Caller, accountOf } from './caller';
import type { Failures } from './failures';
import { type Answer, type Call, type Operation, operationName } from './operation';
import { createRateLimit } from './rate-limit';
import { Refusal, errorMessage } from './refusal';
import type { Site } from './site';

/** What travels with a request: who sends it, and (written by the router) which operation it is. */
export interface Passage {
  readonly caller: Caller;
  operation: string;
}

export type Router = (request: Request, passage: Passage) => Response | Promise<Response>;

interface Environment {
  Bindings: Passage;
}

type Headers = (method: string, operation: string) => Record<string, string>;

export function createRouter(site: Site, operations: readonly Operation[], failures: Failures): Router {
  const app = new Hono<Environment>();
  const headers = createRateLimit(site.clock);
  for (const operation of operations) {
    app.on(operation.method, honoPath(operation.path), (context) =>
      respond(context, operation, { site, failures, headers }),
    );
  }
  app.notFound(() => json({ status: 404, body: errorMessage('The requested resource does not exist.') }, {}));
  app.onError((error) => {
    throw error;
  });
  return (request, passage) => app.fetch(request, passage);
}

interface Equipment {
  readonly site: Site;
  readonly failures: Failures;
  readonly headers: Headers;
}

/** Everything between reading the body and the commit is synchronous: requests cannot interleave. */
async function respond(
  context: Context<Environment>,
  operation: Operation,
  { site, failures, headers }: Equipment,
): Promise<Response> {
  const name = operationName(operation);
  context.env.operation = name;
  const text = await context.req.raw.text();
  const limits = headers(operation.method, name);
  const failure = failures.next(name);
  if (failure !== undefined && failure.apply !== true)
    return json(failure, { ...limits, ...failure.headers });
  const answer = attempt(operation, context, site, text);
  site.commit();
  return failure === undefined ? json(answer, limits) : json(failure, { ...limits, ...failure.headers });
}

function attempt(operation: Operation, context: Context<Environment>, site: Site, text: string): Answer {
  try {
    const call = callOf(context, site, text);
    if (call.accountId === undefined && !operation.anonymous) return unauthenticated();
    return operation.handle(call);
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
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
