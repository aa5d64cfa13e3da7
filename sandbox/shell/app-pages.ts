/** Pages that the app fills: Jira gives the frame and says who is on which page. Whether they may is the app's to check. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppButton } from '../forge/pages/page-modules';
import { forgeFrame } from './forge-frame';
import { respond } from './layout';
import { type CurrentProject, currentProject } from './projects';
import { type ShellSite, type Visit, visit } from './visit';

export function appPages(app: Hono, site: ShellSite): void {
  app.get('/settings/apps', (context) => appList(visit(context, site)));
  for (const base of ['/settings/well-architected', ...Object.values(BUTTON_PATHS)]) {
    app.get(`${base}/:rest{.*}?`, (context) => adminPage(visit(context, site), base));
  }
  app.get('/projects/:key/well-architected/:rest{.*}?', (context) =>
    projectPage(visit(context, site), context.req.param('key'), 'jira:projectPage'),
  );
  app.get('/projects/:key/settings/well-architected/:rest{.*}?', (context) =>
    projectPage(visit(context, site), context.req.param('key'), 'jira:projectSettingsPage'),
  );
}

const BUTTON_PATHS: Readonly<Record<AppButton, string>> = {
  Configure: '/settings/apps/configure',
  'Get started': '/settings/apps/get-started',
};

/** Where Jira lists the apps of a site, with the buttons that the app's manifest asks for. */
function appList(at: Visit): Promise<Response> {
  const buttons = at.site.host.manifest.pages.pages.flatMap((page) => page.buttons);
  return respond(at, {
    title: 'Apps',
    body: html`<h1>Apps</h1>
      <p>Well-Architected Backlog</p>
      <p>
        ${buttons.map((button) => html`<a class="button" href="${BUTTON_PATHS[button]}">${button}</a> `)}
      </p>`,
  });
}

function adminPage(at: Visit, base: string): Promise<Response> {
  const type = 'jira:adminPage';
  const title = 'Well-Architected administration';
  const frame = forgeFrame({ type, extension: { type }, title, base });
  return respond(at, { title, body: html`<div class="page-app">${frame}</div>` });
}

async function projectPage(
  at: Visit,
  key: string,
  type: 'jira:projectPage' | 'jira:projectSettingsPage',
): Promise<Response> {
  const project = await currentProject(at.jira, key);
  const name = type === 'jira:projectPage' ? 'Well-Architected' : 'Well-Architected settings';
  const path = type === 'jira:projectPage' ? 'well-architected' : 'settings/well-architected';
  const base = `/projects/${project.key}/${path}`;
  const extension = { type, project: extensionOf(project) };
  const frame = forgeFrame({ type, extension, title: name, base });
  return respond(at, {
    title: `${name} – ${project.name}`,
    project,
    body: html`<div class="page-app">${frame}</div>`,
  });
}

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-page/#extension-data */
function extensionOf({ id, key, projectTypeKey }: CurrentProject): object {
  return { id, key, type: projectTypeKey };
}
