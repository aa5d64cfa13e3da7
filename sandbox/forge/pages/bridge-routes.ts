/** What the bridge of a page asks of the platform: POST /bridge/context, /bridge/invoke and /bridge/jira. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Invocation } from '../invocations';
import { CLOUD_ID, ENVIRONMENT_ID, ENVIRONMENT_TYPE } from '../installation';
import { InvocationFailure } from '../invocation-failure';
import { scopeRefusal } from '../scopes/scope-check';
import { PAGE_TYPES, type PageModules } from './page-modules';

export interface BridgeOptions extends Pick<PageModules, 'pages'> {
  /** Where people find Jira: scheme, host and path. */
  readonly jiraUrl: string;
  /** The person at the page: the platform's own knowledge, nothing that the page says. */
  readonly accountOf: (context: Context) => string;
  readonly invoke: (invocation: Invocation) => Promise<unknown>;
  /** A request to `/rest/api/3/…` as that person. */
  readonly jira: (request: Request, accountId: string) => Promise<Response>;
  /** Those of the app: its pages have no others. */
  readonly scopes: readonly string[];
}

const moduleSchema = z.object({
  type: z.enum(PAGE_TYPES),
  extension: z.record(z.string(), z.unknown()),
});

const invokeSchema = z.object({
  functionKey: z.string().min(1),
  payload: z.unknown(),
  module: moduleSchema,
});

const jiraSchema = z.object({
  path: z.string().regex(/^\/rest\/api\/3\//),
  method: z.string().default('GET'),
  headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  body: z.string().nullish(),
});

export function bridgeRoutes(options: BridgeOptions): Hono {
  const routes = new Hono();
  routes.post('/context', async (context) => {
    const module = moduleSchema.parse(await context.req.json());
    return context.json(fullContext(options, module, options.accountOf(context)));
  });
  routes.post('/invoke', async (context) => {
    const { functionKey, payload, module } = invokeSchema.parse(await context.req.json());
    const accountId = options.accountOf(context);
    try {
      const invocation = {
        functionKey,
        payload,
        accountId,
        context: fullContext(options, module, accountId),
      };
      return context.json((await options.invoke(invocation)) ?? null);
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      return context.json({ error: { code: error.code, message: error.message } }, 500);
    }
  });
  routes.post('/jira', async (context) => {
    const { path, method, headers, body } = jiraSchema.parse(await context.req.json());
    const request = new Request(new URL(path, options.jiraUrl), {
      method,
      headers: headers.filter(([name]) => !/^(authorization|cookie)$/i.test(name)),
      ...(typeof body === 'string' ? { body } : {}),
    });
    const answer =
      refused(method, path, options.scopes) ?? (await options.jira(request, options.accountOf(context)));
    const { status, statusText } = answer;
    const answered = Object.fromEntries(answer.headers);
    return context.json({
      status,
      statusText,
      headers: answered,
      body: await answer.text(),
      isAttachment: false,
    });
  });
  return routes;
}

/** What the gateway answers where the scopes do not suffice. */
function refused(method: string, url: string, scopes: readonly string[]): Response | undefined {
  const target = { type: 'fpp', provider: 'user', remote: 'jira' };
  const refusal = scopeRefusal({ target, method, url, headers: [], body: undefined }, scopes);
  if (refusal === undefined) return undefined;
  const { status, statusText, headers, body = null } = refusal;
  return new Response(body, { status, statusText, headers: headers.map(([name, value]) => [name, value]) });
}

/** https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#getcontext */
function fullContext(
  { jiraUrl, pages }: BridgeOptions,
  { type, extension }: z.infer<typeof moduleSchema>,
  accountId: string,
): Record<string, unknown> {
  return {
    accountId,
    cloudId: CLOUD_ID,
    environmentId: ENVIRONMENT_ID,
    environmentType: ENVIRONMENT_TYPE,
    extension: { ...extension, type },
    localId: `ari:cloud:ecosystem::extension/local/${type}`,
    locale: 'en_US',
    moduleKey: pages.find((page) => page.type === type)?.key ?? '',
    siteUrl: jiraUrl,
    timezone: 'UTC',
  };
}
