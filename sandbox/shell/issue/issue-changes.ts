/** What the forms of cards and issue pages do. */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { readIssue } from '../issues';
import { respond } from '../layout';
import { Problem } from '../problem';
import { permissions, currentProject } from '../projects';
import { submit } from '../submit';
import { type ShellSite, type Visit, visit } from '../visit';

export function issueChanges(app: Hono, site: ShellSite): void {
  app.post('/shell/issues/:key/transitions', (context) => transition(visit(context, site), keyOf(context)));
  app.post('/browse/:key/edit', (context) => edit(visit(context, site), keyOf(context)));
  app.post('/browse/:key/move', (context) => move(visit(context, site), keyOf(context)));
  app.get('/browse/:key/delete', (context) => deletePage(visit(context, site), keyOf(context)));
  app.post('/browse/:key/delete', (context) => remove(visit(context, site), keyOf(context)));
}

function keyOf(context: Context): string {
  return context.req.param('key') ?? '';
}

const text = z.string().catch('');

const transitionInput = z.object({ transition: text, back: text });

async function transition({ context, jira }: Visit, key: string): Promise<Response> {
  const { transition: id, back } = transitionInput.parse(await context.req.parseBody());
  const outcome = { done: `${key} was moved.`, failed: `${key} was not moved.`, next: back };
  return submit(context, outcome, () =>
    jira.send('POST', `issue/${encodeURIComponent(key)}/transitions`, { transition: { id } }),
  );
}

const form = z.object({ summary: text, assignee: text, labels: text, dueDate: text });

type Fields = z.infer<typeof form>;

/** Only what the person changed, so that what the form did not show stays as it has become meanwhile. */
async function edit({ context, jira }: Visit, key: string): Promise<Response> {
  const input: unknown = await context.req.parseBody();
  const after = form.parse(input);
  const before = parseBefore(z.object({ before: text }).parse(input).before);
  const outcome = { done: `${key} was saved.`, failed: `${key} was not saved.`, next: `/browse/${key}` };
  return submit(context, outcome, () =>
    jira.send('PUT', `issue/${encodeURIComponent(key)}`, { fields: changedFields(before, after) }),
  );
}

function parseBefore(json: string): Partial<Fields> {
  try {
    return form.parse(JSON.parse(json));
  } catch {
    return {};
  }
}

function changedFields(before: Partial<Fields>, after: Fields): object {
  const { summary, assignee, labels, dueDate } = after;
  return {
    ...(summary === before.summary ? {} : { summary }),
    ...(assignee === before.assignee ? {} : { assignee: assignee === '' ? null : { accountId: assignee } }),
    ...(labels === before.labels ? {} : { labels: labels.split(/\s+/).filter(Boolean) }),
    ...(dueDate === before.dueDate ? {} : { duedate: dueDate === '' ? null : dueDate }),
  };
}

const moveInput = z.object({ project: text });

/** Jira's own REST API has no such operation: its dialog checks these two permissions, and so does this. */
async function move({ context, jira, site, user }: Visit, key: string): Promise<Response> {
  const { project } = moveInput.parse(await context.req.parseBody());
  const failed = `${key} was not moved to another space.`;
  const done = `${key} was moved to ${project}.`;
  return submit(context, { done, failed, next: `/browse/${key}` }, async () => {
    await demand(jira, `issueKey=${encodeURIComponent(key)}`, 'MOVE_ISSUES');
    await demand(jira, `projectKey=${encodeURIComponent(project)}`, 'CREATE_ISSUES');
    try {
      site.jira.admin.moveIssue(key, project, user.accountId);
    } catch (error) {
      throw new Problem('Jira', 400, [error instanceof Error ? error.message : String(error)]);
    }
  });
}

async function demand(jira: Visit['jira'], where: string, permission: string): Promise<void> {
  const granted = await permissions(jira, where, [permission]);
  if (granted.has(permission)) return;
  throw new Problem('Jira', 403, [`You lack the permission ${permission}.`]);
}

async function deletePage(at: Visit, key: string): Promise<Response> {
  const issue = await readIssue(at.jira, key);
  const project = await currentProject(at.jira, issue.fields.project.id);
  return respond(at, {
    title: `Delete ${issue.key}`,
    project,
    body: html`<div class="page">
      <h1>Delete ${issue.key}?</h1>
      <p>“${issue.fields.summary}” and its Sub-tasks will be gone for good.</p>
      <form method="post" action="/browse/${issue.key}/delete">
        <input type="hidden" name="project" value="${project.key}" />
        <button class="button button-danger" type="submit">Delete ${issue.key}</button>
        <a class="button" href="/browse/${issue.key}">Keep it</a>
      </form>
    </div>`,
  });
}

async function remove({ context, jira }: Visit, key: string): Promise<Response> {
  const { project } = moveInput.parse(await context.req.parseBody());
  const outcome = {
    done: `${key} was deleted.`,
    failed: `${key} was not deleted.`,
    next: `/projects/${encodeURIComponent(project)}/board`,
    otherwise: `/browse/${encodeURIComponent(key)}`,
  };
  return submit(context, outcome, () =>
    jira.send('DELETE', `issue/${encodeURIComponent(key)}?deleteSubtasks=true`),
  );
}
