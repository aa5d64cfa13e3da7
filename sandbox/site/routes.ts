/** What the port answers. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { HostNotFound } from '../aws';
import type { Host } from '../forge/host';
import { forgeRoutes } from '../forge/http';
import type { BridgeOptions } from '../forge/pages/bridge-routes';
import { pageRoutes } from '../forge/pages/page-routes';
import type { Jira } from '../jira/jira';
import { awsRoutes } from './aws-routes';
import { type Account, chargeRoutes } from './charges';
import { coverage } from './coverage/coverage';
import { jiraRoutes } from './jira-routes';
import { currentUser } from '../shell/current-user';
import type { AskJira } from '../shell/jira-client';
import { shellRoutes } from '../shell/routes';
import type { SiteFacts } from '../shell/site-sections';
import { faultRoutes } from './faults/routes';
import type { FaultsOfSite } from './faults/switchboard';
import { ownOrigin } from './own-origin';
import type { RequestLog } from './request-log';
import type { Services } from './services';

interface Parts extends SiteFacts {
  readonly host: Host;
  readonly jira: Jira;
  readonly appDirectory: string;
  readonly faults: FaultsOfSite;
  readonly account: Account;
}

const clockMove = z.object({ advanceMs: z.number().int().min(0) });

/** /jira, /aws, /forge, the site's own /sandbox, and the pages for people. */
export function siteRoutes(parts: Parts, services: Services, log: RequestLog): Hono {
  const { host, jira } = parts;
  const askJira: AskJira = (request, accountId) =>
    services.jira(request, { kind: 'user', accountId }, 'outside');
  const app = new Hono();
  app.get('/jira', (context) => context.redirect('/'));
  app.get('/jira/browse/:key', (context) => context.redirect(withoutPrefix(context)));
  app.get('/jira/issues', (context) => context.redirect(withoutPrefix(context)));
  app.get('/jira/issues/', (context) => context.redirect(withoutPrefix(context)));
  app.all('/jira/*', (context) => answerJira(context.req.raw, jira, services));
  app.all('/aws', (context) => services.aws(context.req.raw, 'outside'));
  app.all('/aws/*', (context) => services.aws(context.req.raw, 'outside'));
  app.use('/forge/*', ownOrigin(['/forge/webtrigger/']));
  app.use('/sandbox/*', ownOrigin());
  app.route('/forge', forgeRoutes(host));
  app.route('/forge', pageRoutes(parts.appDirectory, host.manifest.pages, bridgeOf(parts, askJira)));
  app.get('/sandbox/requests', (context) =>
    context.json(context.req.query('summary') === undefined ? log.list() : log.summary()),
  );
  app.delete('/sandbox/requests', (context) => {
    log.clear();
    return context.body(null, 204);
  });
  app.route('/sandbox/aws', awsRoutes(parts.aws));
  app.route('/sandbox/jira', jiraRoutes(jira));
  app.get('/sandbox/coverage', (context) => context.json(coverage()));
  app.route('/sandbox/charges', chargeRoutes(parts.account));
  app.route('/sandbox/faults', faultRoutes(parts.faults));
  app.post('/sandbox/clock', (context) => moveClock(context, parts));
  app.route('/', shellRoutes({ ...parts, askJira }));
  app.onError((error, context) => {
    if (error instanceof HostNotFound) return context.json({ message: error.message }, 502);
    console.error(error);
    return context.json({ error: { code: 'SANDBOX_BUG', message: error.message } }, 500);
  });
  return app;
}

/** Pages ask Jira and call the app as the person whom the shell was switched to. */
function bridgeOf({ host, url }: Parts, askJira: AskJira): Omit<BridgeOptions, 'pages'> {
  return {
    jiraUrl: `${url}/jira`,
    accountOf: currentUser,
    invoke: (invocation) => host.invoke(invocation),
    jira: askJira,
    scopes: host.manifest.scopes,
  };
}

/** Jira sees the path that it has on a site of its own. */
async function answerJira(raw: Request, jira: Jira, services: Services): Promise<Response> {
  const caller = jira.authenticate(raw);
  if (caller === undefined) {
    const message = 'Client must be authenticated to access this resource.';
    return Response.json({ message, 'status-code': 401 }, { status: 401 });
  }
  const url = new URL(raw.url);
  url.pathname = url.pathname.replace(/^\/jira/, '');
  const body = raw.body === null ? null : await raw.arrayBuffer();
  return services.jira(
    new Request(url, { method: raw.method, headers: raw.headers, body }),
    caller,
    'outside',
  );
}

/** Links of the app name Jira by its address, `/jira` here; its pages are at the top. */
function withoutPrefix(context: Context): string {
  const { pathname, search } = new URL(context.req.url);
  return `${pathname.replace(/^\/jira/, '')}${search}`;
}

async function moveClock(context: Context, { host, clock }: Parts): Promise<Response> {
  const body = clockMove.safeParse(await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ error: { message: z.prettifyError(body.error) } }, 400);
  host.advanceClock(body.data.advanceMs);
  return context.json({ now: new Date(clock.now()).toISOString() });
}
