/** Web triggers over HTTP: `/webtrigger/ID` and whatever follows. */
import type { ServerResponse } from 'node:http';
import { type Context, Hono } from 'hono';
import type { WebTriggerAnswer, WebTriggerRequest } from './web-request';

/** Answers `undefined` for an id that no module has. */
type Call = (id: string, request: WebTriggerRequest) => Promise<WebTriggerAnswer | undefined>;

/** Node's own response, where there is a port behind the routes. */
type Port = { readonly outgoing?: ServerResponse } | undefined;

export function webTriggerRoutes(call: Call): Hono {
  const routes = new Hono();
  const serve = async (context: Context, id: string): Promise<Response> => {
    const answer = await call(id, await requestOf(context, id));
    if (answer === undefined) return context.notFound();
    const response = responseOf(answer);
    // Hono's server leaves the text of a status to Node, which knows the usual ones.
    const port = context.env as Port;
    if (port?.outgoing && response.statusText !== '') port.outgoing.statusMessage = response.statusText;
    return response;
  };
  routes.all('/:id', (context) => serve(context, context.req.param('id')));
  routes.all('/:id/*', (context) => serve(context, context.req.param('id')));
  return routes;
}

async function requestOf(context: Context, id: string): Promise<WebTriggerRequest> {
  const { raw } = context.req;
  const { pathname, searchParams } = new URL(raw.url);
  return {
    method: raw.method,
    userPath: pathname.slice(pathname.indexOf(`/${id}`) + 1 + id.length),
    headers: grouped([...raw.headers]),
    queryParameters: parametersOf(searchParams),
    ...(raw.body === null ? {} : { body: await raw.text() }),
  };
}

/** The documentation's example makes two values of `apples=green,red`. */
function parametersOf(parameters: URLSearchParams): Record<string, string[]> {
  return grouped([...parameters].flatMap(([name, text]) => text.split(',').map((value) => [name, value])));
}

function grouped(pairs: readonly (readonly string[])[]): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name = '', value = ''] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(groups);
}

/** A response that HTTP does not know either is incompatible. */
function responseOf({ statusCode, statusText = '', headers = {}, body = '' }: WebTriggerAnswer): Response {
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const isEmpty = [204, 205, 304].includes(statusCode);
  try {
    return new Response(isEmpty ? null : body, { status: statusCode, statusText, headers: pairs });
  } catch {
    return new Response(null, { status: 500 });
  }
}
