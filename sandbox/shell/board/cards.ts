import { html } from 'hono/html';
import { labelMarks, personMark, riskMark, typeMark } from '../issue-marks';
import { type Issue, type Transition, riskOf } from '../issues';
import type { Markup } from '../markup';
import { moveForm } from '../move-form';
import { type Group, isSubtask } from './columns';

/** What cards need to be drawn with. */
export interface Cards {
  readonly here: string;
  readonly transitions: (card: Issue) => readonly Transition[];
}

/** A Task with its Sub-tasks, as far as they are in this column; a Task that is elsewhere is named above. */
export function groupOfCards({ parent, cards }: Group, drawn: Cards): Markup {
  return html`<div class="group">
    ${
      parent === undefined
        ? ''
        : html`<p class="group-parent">
            <a href="/browse/${parent.key}" draggable="false">${parent.key}</a>
            <bdi>${parent.fields.summary}</bdi>
          </p>`
    }
    <ul class="cards">
      ${cards.map((each) => card(each, drawn))}
    </ul>
  </div>`;
}

function card(issue: Issue, { here, transitions }: Cards): Markup {
  const { key, fields } = issue;
  const possible = transitions(issue);
  const draggable = possible.length > 0 ? html`draggable="true"` : '';
  const next = `${here}#card-${key}`;
  return html`<li
    class="card ${isSubtask(issue) ? 'card-subtask' : ''}"
    id="card-${key}"
    data-key="${key}"
    ${draggable}
  >
    <a class="card-title" href="/browse/${key}" draggable="false">${fields.summary}</a>
    <p class="marks">${riskMark(riskOf(issue))} ${labelMarks(fields.labels)}</p>
    <p class="card-facts">
      ${typeMark(fields.issuetype)} <span class="key">${key}</span>
      ${fields.priority ? html`<span>${fields.priority.name}</span>` : ''} ${personMark(fields.assignee)}
    </p>
    ${moveForm(issue, possible, next)}
  </li>`;
}
