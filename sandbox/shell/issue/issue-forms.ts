/** What a person does with an issue beside moving it through its workflow, as far as Jira lets them. */
import { html } from 'hono/html';
import { z } from 'zod';
import type { Issue } from '../issues';
import type { Markup } from '../markup';
import { visibleProjects } from '../projects';
import type { Visit } from '../visit';

/** @param granted the permissions that the user has for the issue. */
export async function issueForms(visit: Visit, issue: Issue, granted: ReadonlySet<string>): Promise<Markup> {
  const { key, fields } = issue;
  const isSubtask = fields.issuetype.hierarchyLevel < 0;
  return html`${granted.has('EDIT_ISSUES') ? await editForm(visit, issue) : ''}
  ${granted.has('MOVE_ISSUES') && !isSubtask ? await projectForm(visit, issue) : ''}
  ${
    granted.has('DELETE_ISSUES')
      ? html`<p><a class="button button-danger" href="/browse/${key}/delete">Delete ${key}</a></p>`
      : ''
  }`;
}

const users = z.array(z.object({ accountId: z.string(), accountType: z.string(), displayName: z.string() }));

/** What the form was filled with goes along, so that only what the person changed is sent to Jira. */
async function editForm({ jira }: Visit, { key, fields }: Issue): Promise<Markup> {
  const people = await jira.get('users/search?maxResults=100', users);
  const assignee = fields.assignee?.accountId ?? '';
  const labels = fields.labels.join(' ');
  const dueDate = fields.duedate ?? '';
  const before = JSON.stringify({ summary: fields.summary, assignee, labels, dueDate });
  return html`<details class="box">
    <summary>Edit</summary>
    <form class="fields" method="post" action="/browse/${key}/edit">
      <input type="hidden" name="before" value="${before}" />
      <label for="edit-summary">Title</label>
      <input id="edit-summary" name="summary" value="${fields.summary}" required maxlength="255" />
      <label for="edit-assignee">Assignee</label>
      <select id="edit-assignee" name="assignee">
        <option value="">Unassigned</option>
        ${people
          .filter(({ accountType }) => accountType === 'atlassian')
          .map(({ accountId, displayName }) => option(accountId, displayName, accountId === assignee))}
      </select>
      <label for="edit-due">Due date</label>
      <input id="edit-due" type="date" name="dueDate" value="${dueDate}" />
      <label for="edit-labels">Labels, with spaces between</label>
      <input id="edit-labels" name="labels" value="${labels}" />
      <button class="button button-primary" type="submit">Save</button>
    </form>
  </details>`;
}

async function projectForm({ jira }: Visit, { key, fields }: Issue): Promise<Markup> {
  const others = (await visibleProjects(jira)).filter((project) => project.key !== fields.project.key);
  if (others.length === 0) return html``;
  return html`<details class="box">
    <summary>Move to another space</summary>
    <form class="fields" method="post" action="/browse/${key}/move">
      <label for="move-project">Space</label>
      <select id="move-project" name="project">
        ${others.map((project) => option(project.key, `${project.name} (${project.key})`, false))}
      </select>
      <p class="quiet">Its Sub-tasks move with it. It gets a new key; the old one goes on leading to it.</p>
      <button class="button button-primary" type="submit">Move</button>
    </form>
  </details>`;
}

function option(value: string, name: string, isSelected: boolean): Markup {
  return html`<option value="${value}" ${isSelected ? html`selected` : ''}>${name}</option>`;
}
