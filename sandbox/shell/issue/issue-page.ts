import { html } from 'hono/html';
import { forgeFrame } from '../forge-frame';
import { labelMarks, riskMark, statusMark, typeMark } from '../issue-marks';
import { APP_PROPERTY, type Issue, allIssues, readIssue, riskOf, transitionsOf } from '../issues';
import { respond } from '../layout';
import type { Markup } from '../markup';
import { moveForm } from '../move-form';
import { permissions, currentProject } from '../projects';
import { goBack } from '../switches';
import type { Visit } from '../visit';
import { adf } from './adf';
import { issueForms } from './issue-forms';

const ASKED = ['EDIT_ISSUES', 'DELETE_ISSUES', 'MOVE_ISSUES'];

/**
 * The page of an issue; a former key leads on to the one it has now.
 *
 * @throws Problem 404 if there is none, or the user may not see it
 */
export async function issuePage(visit: Visit, key: string): Promise<Response> {
  const { jira, context } = visit;
  const issue = await readIssue(jira, key);
  if (issue.key !== key) return goBack(context, `/browse/${issue.key}`);
  const [project, granted, transitions, children] = await Promise.all([
    currentProject(jira, issue.fields.project.id),
    permissions(jira, `issueKey=${issue.key}`, ASKED),
    transitionsOf(jira, issue),
    allIssues(jira, `parent = ${issue.key} ORDER BY key ASC`),
  ]);
  return respond(visit, {
    title: `${issue.key} ${issue.fields.summary}`,
    project,
    body: html`${crumbs(issue, project)}
      <div class="issue">
        <article aria-label="Work item ${issue.key}">
          <h1>${issue.fields.summary}</h1>
          <div class="status-line">
            ${statusMark(issue.fields.status)} ${moveForm(issue, transitions, visit.here)}
          </div>
          <h2>Description</h2>
          ${issue.fields.description ? adf(issue.fields.description) : html`<p class="quiet">None.</p>`}
          ${childList(children)}
        </article>
        <aside aria-label="Details of ${issue.key}">
          ${details(issue)} ${appPanel(issue)} ${await issueForms(visit, issue, granted)}
        </aside>
      </div>`,
  });
}

function crumbs({ key, fields }: Issue, project: { key: string; name: string }): Markup {
  const { parent, issuetype } = fields;
  return html`<nav class="crumbs" aria-label="Breadcrumbs">
    <a href="/projects/${project.key}/board">${project.name}</a>
    ${
      parent === undefined
        ? ''
        : html`<a href="/browse/${parent.key}">${parent.key} ${parent.fields.summary}</a>`
    }
    <span>${typeMark(issuetype)} ${key}</span>
  </nav>`;
}

function childList(children: readonly Issue[]): Markup {
  if (children.length === 0) return html``;
  const done = children.filter(({ fields }) => fields.status.statusCategory.key === 'done').length;
  return html`<h2>Child work items <span class="count">${done} of ${children.length} done</span></h2>
    <ul class="children">
      ${children.map(
        ({ key, fields }) =>
          html`<li>
            ${typeMark(fields.issuetype)} <a href="/browse/${key}">${key}</a>
            <bdi class="grow">${fields.summary}</bdi> ${statusMark(fields.status)}
          </li>`,
      )}
    </ul>`;
}

function details(issue: Issue): Markup {
  const { fields } = issue;
  const facts: readonly (readonly [string, Markup | string | undefined])[] = [
    ['Type', fields.issuetype.name],
    ['Risk', riskOf(issue) === undefined ? undefined : riskMark(riskOf(issue))],
    ['Priority', fields.priority?.name],
    ['Assignee', fields.assignee?.displayName ?? 'Unassigned'],
    ['Reporter', fields.reporter?.displayName],
    ['Labels', fields.labels.length === 0 ? undefined : labelMarks(fields.labels)],
    ['Due date', fields.duedate ?? undefined],
    ['Resolution', fields.resolution?.name],
    ['Created', day(fields.created)],
    ['Updated', day(fields.updated)],
  ];
  return html`<section class="box" aria-labelledby="details-heading">
    <h2 id="details-heading">Details</h2>
    <dl>
      ${facts.map(([name, value]) =>
        value === undefined
          ? ''
          : html`<dt>${name}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

/** `2026-11-22T20:35:56.857+0000` → `2026-11-22 20:35`. */
function day(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#extension-context */
function appPanel({ id, key, fields, properties }: Issue): Markup {
  if (!(APP_PROPERTY in properties)) return html``;
  const { issuetype, project } = fields;
  const type = 'jira:issueContext';
  const extension = {
    type,
    issue: { id, key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
  };
  return forgeFrame({ type, extension, title: 'Well-Architected' });
}
