/** The small signs by which an issue is recognised in lists, on cards and on its own page. */
import { html } from 'hono/html';
import type { Issue, Status } from './issues';
import type { Markup } from './markup';

const RISKS: Readonly<Record<string, string>> = { HIGH: 'danger', MEDIUM: 'warning' };
const CATEGORIES: Readonly<Record<string, string>> = { indeterminate: 'progress', done: 'success' };

export function statusMark({ name, statusCategory }: Status): Markup {
  return html`<span class="mark mark-${CATEGORIES[statusCategory.key] ?? 'neutral'}">${name}</span>`;
}

/** @param risk as the app's property says it, `HIGH`. */
export function riskMark(risk: string | undefined): Markup {
  if (risk === undefined) return html``;
  return html`<span class="mark mark-${RISKS[risk] ?? 'neutral'}">${sentence(risk)} risk</span>`;
}

/** Of the kind's name, the first letter, with the name for who does not see colours. */
export function typeMark({ name, hierarchyLevel }: Issue['fields']['issuetype']): Markup {
  const level = hierarchyLevel > 0 ? 'epic' : hierarchyLevel < 0 ? 'subtask' : 'task';
  return html`<span class="type type-${level}" title="${name}">
    <span aria-hidden="true">${name.charAt(0).toUpperCase()}</span><span class="hidden">${name}</span>
  </span>`;
}

export function labelMarks(labels: readonly string[]): Markup {
  return html`${labels.map((label) => html`<span class="tag">${label}</span> `)}`;
}

/** `NOT_APPLICABLE` → `Not applicable`. */
export function sentence(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export function personMark(person: { readonly displayName: string } | null | undefined): Markup {
  return person ? html`<span class="assignee">${person.displayName}</span>` : html``;
}
