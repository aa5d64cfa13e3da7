import { html } from 'hono/html';
import { z } from 'zod';
import { type Issue, type Status, type Transition, allIssues, transitionsOf } from '../issues';
import type { JiraClient } from '../jira-client';
import { respond } from '../layout';
import type { Markup } from '../markup';
import { type CurrentProject, currentProject } from '../projects';
import type { Visit } from '../visit';
import { type BoardView, CARDS_AT_ONCE, LEVELS, accepts, boardView } from './board-view';
import { type Cards, groupOfCards } from './cards';
import { type Column, columnsOf } from './columns';

/** The project's board. @throws Problem 404 for a project that the user may not see */
export async function boardPage(visit: Visit, key: string): Promise<Response> {
  const project = await currentProject(visit.jira, key);
  const view = boardView(visit.context.req.query());
  const statuses = await statusesOf(visit.jira, project);
  const jql = `project = "${project.key}" ORDER BY key ASC`;
  const issues = (await allIssues(visit.jira, jql)).filter((issue) => accepts(view, issue));
  const columns = columnsOf(statuses, issues, view.shown);
  const cards = { transitions: await transitionsByKind(visit.jira, columns), here: visit.here };
  return respond(visit, {
    title: `Board – ${project.name}`,
    project,
    body: html`<h1>Board</h1>
      ${filters(view)}
      <p id="board-status" class="hidden" role="status"></p>
      <div class="board" role="region" aria-label="Columns" tabindex="0">
        ${columns.map((column) => columnSection(column, cards, view))}
      </div>
      ${issues.length === 0 ? nothing(project, view) : ''}
      <script src="/shell/browser/board.js" type="module"></script>`,
  });
}

const projectStatuses = z.array(
  z.object({
    statuses: z.array(
      z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    ),
  }),
);

/** Of all its issue types, each once. */
async function statusesOf(jira: JiraClient, { id }: CurrentProject): Promise<readonly Status[]> {
  const types = await jira.get(`project/${id}/statuses`, projectStatuses);
  return [...new Map(types.flatMap(({ statuses }) => statuses.map((each) => [each.id, each]))).values()];
}

/** Issues of one type and status have the same workflow before them: Jira is asked once for all of them. */
async function transitionsByKind(
  jira: JiraClient,
  columns: readonly Column[],
): Promise<ReadonlyMap<string, readonly Transition[]>> {
  const samples = new Map<string, Issue>();
  for (const { groups } of columns) {
    for (const card of groups.flatMap(({ cards }) => cards)) samples.set(kindOf(card), card);
  }
  const asked = [...samples].map(
    async ([kind, sample]) => [kind, await transitionsOf(jira, sample)] as const,
  );
  return new Map(await Promise.all(asked));
}

function kindOf({ fields }: Issue): string {
  return `${fields.issuetype.id} ${fields.status.id}`;
}

function filters({ text, level }: BoardView): Markup {
  return html`<form class="filters" method="get" role="search" aria-label="Cards">
    <label>
      <span>Find</span>
      <input type="search" name="text" value="${text}" placeholder="Title, key or label" />
    </label>
    <label>
      <span>Show</span>
      <select name="level">
        ${LEVELS.map(
          ({ value, name }) =>
            html`<option value="${value}" ${value === level ? html`selected` : ''}>${name}</option>`,
        )}
      </select>
    </label>
    <button class="button" type="submit">Filter</button>
    ${text === '' ? '' : html`<a href="?level=${level}">Clear</a>`}
  </form>`;
}

interface BoardCards {
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
  readonly here: string;
}

function columnSection({ status, total, groups }: Column, cards: BoardCards, view: BoardView): Markup {
  const heading = `column-${status.id}`;
  const drawn: Cards = {
    here: cards.here,
    transitions: (card) => cards.transitions.get(kindOf(card)) ?? [],
  };
  return html`<section class="column" aria-labelledby="${heading}" data-status="${status.id}">
    <h2 id="${heading}">${status.name} <span class="count">${total}</span></h2>
    ${groups.map((group) => groupOfCards(group, drawn))} ${total > view.shown ? more(view, total) : ''}
  </section>`;
}

function more({ text, level, shown }: BoardView, total: number): Markup {
  const query = new URLSearchParams({ text, level, shown: `${shown + CARDS_AT_ONCE}` });
  return html`<p>${shown} of ${total} cards. <a class="button" href="?${query.toString()}">Show more</a></p>`;
}

function nothing({ key }: CurrentProject, { text, level }: BoardView): Markup {
  if (text !== '' || level !== 'work') return html`<p class="empty">No card fits the filter.</p>`;
  return html`<p class="empty">
    There are no work items yet. <a href="/projects/${key}/well-architected">Sync a review</a> to fill the
    board.
  </p>`;
}
