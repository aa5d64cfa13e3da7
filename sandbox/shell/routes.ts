/** The pages of the local site, for a person with a browser: what Jira and AWS's console are around the app. */
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { appPages } from './app-pages';
import { assets } from './assets';
import { consoleRoutes } from './aws/console-routes';
import { boardPage } from './board/board-page';
import { homePage } from './home-page';
import { issueChanges } from './issue/issue-changes';
import { issuePage } from './issue/issue-page';
import { respond } from './layout';
import { Problem } from './problem';
import { projectsPage } from './projects-page';
import { issuesPage } from './search-page';
import { switches } from './switches';
import { type ShellSite, visit } from './visit';

const FORMS = ['/shell/*', '/browse/*', '/aws-console/*'];

/** Forms are taken from the site's own pages only. */
export function shellRoutes(site: ShellSite): Hono {
  const app = new Hono();
  app.on('POST', FORMS, csrf());
  assets(app);
  switches(app, site);
  app.get('/', (context) => homePage(visit(context, site)));
  app.get('/projects', (context) => projectsPage(visit(context, site)));
  app.get('/projects/:key', (context) => context.redirect(`/projects/${context.req.param('key')}/board`));
  app.get('/projects/:key/board', (context) => boardPage(visit(context, site), context.req.param('key')));
  app.get('/browse/:key', (context) => issuePage(visit(context, site), context.req.param('key')));
  app.get('/issues', (context) => issuesPage(visit(context, site)));
  app.get('/issues/', (context) => issuesPage(visit(context, site)));
  issueChanges(app, site);
  consoleRoutes(app, site);
  appPages(app, site);
  app.get('*', (context) => nothingHere(context, site));
  app.onError((error, context) => problemPage(error, context, site));
  return app;
}

/** A refusal as a page; every other error is the site's to tell. */
function problemPage(error: Error, context: Context, site: ShellSite): Response | Promise<Response> {
  if (error instanceof HTTPException) return error.getResponse();
  if (!(error instanceof Problem)) throw error;
  const title = error.status === 404 ? 'Not found' : `${error.from} says no`;
  return respond(visit(context, site), {
    title,
    status: error.status as ContentfulStatusCode,
    body: html`<div class="page">
      <h1>${title}</h1>
      ${error.lines.map((line) => html`<p>${line}</p>`)}
      <p>
        ${
          error.from === 'AWS'
            ? html`Go back to <a href="/aws-console">the workloads</a>.`
            : html`Look at <a href="/projects">the spaces that you may see</a>, or switch the user at the top.`
        }
      </p>
    </div>`,
  });
}

/** Browsers get a page that leads on; other clients the bare 404. */
function nothingHere(context: Context, site: ShellSite): Response | Promise<Response> {
  if (!context.req.header('accept')?.includes('text/html')) return context.notFound();
  return respond(visit(context, site), {
    title: 'Not found',
    status: 404,
    body: html`<div class="page">
      <h1>Not found</h1>
      <p>The site has no such page. <a href="/">Start from the beginning</a>.</p>
    </div>`,
  });
}
