import { html } from 'hono/html';
import { personMark, riskMark, statusMark, typeMark } from './issue-marks';
import { type Issue, type IssuePage, riskOf, searchPage } from './issues';
import { respond } from './layout';
import type { Markup } from './markup';
import { Problem } from './problem';
import type { Visit } from './visit';

/** A list of issues by JQL: `/issues/?jql=…`, as Jira's pages are linked to. */
export async function issuesPage(visit: Visit): Promise<Response> {
  const jql = visit.context.req.query('jql') ?? '';
  return respond(visit, {
    title: 'Work items',
    body: html`<h1>Work items</h1>
      <form class="filters" method="get" action="/issues/" role="search" aria-label="Work items">
        <label class="grow">
          <span>JQL</span>
          <input type="search" name="jql" value="${jql}" placeholder="waRisk = HIGH" spellcheck="false" />
        </label>
        <button class="button button-primary" type="submit">Search</button>
      </form>
      ${jql.trim() === '' ? examples() : await results(visit, jql)}`,
  });
}

function examples(): Markup {
  const queries = [
    'labels = well-architected ORDER BY key ASC',
    'waRisk = HIGH AND statusCategory != Done',
    'waPillar = security',
  ];
  return html`<p>For example:</p>
    <ul>
      ${queries.map(
        (jql) =>
          html`<li>
            <a href="/issues/?jql=${encodeURIComponent(jql)}"><code>${jql}</code></a>
          </li>`,
      )}
    </ul>`;
}

async function results({ jira, context }: Visit, jql: string): Promise<Markup> {
  try {
    const page = await searchPage(jira, jql, context.req.query('page'));
    return await table(page, jql);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return html`<div class="message message-error" role="alert">
      ${error.lines.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }
}

function table({ issues, nextPageToken }: IssuePage, jql: string): Markup {
  if (issues.length === 0) return html`<p class="empty">No work item that you may see fits.</p>`;
  const next = new URLSearchParams({ jql, page: nextPageToken ?? '' }).toString();
  return html`<div class="scroll" role="region" aria-label="Work items found" tabindex="0">
      <table>
        <thead>
          <tr>
            ${['Key', 'Title', 'Status', 'Risk', 'Assignee', 'Due'].map(
              (name) => html`<th scope="col">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${issues.map(row)}
        </tbody>
      </table>
    </div>
    ${nextPageToken === undefined ? '' : html`<p><a class="button" href="/issues/?${next}">Next page</a></p>`}`;
}

function row(issue: Issue): Markup {
  const { key, fields } = issue;
  return html`<tr>
    <td class="key">${typeMark(fields.issuetype)} <a href="/browse/${key}">${key}</a></td>
    <td>${fields.summary}</td>
    <td>${statusMark(fields.status)}</td>
    <td>${riskMark(riskOf(issue))}</td>
    <td>${personMark(fields.assignee)}</td>
    <td>${fields.duedate ?? ''}</td>
  </tr>`;
}
