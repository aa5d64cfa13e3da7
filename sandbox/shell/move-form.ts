/** Moving an issue through its workflow without a script; the board's drag and drop sends the same form. */
import { html } from 'hono/html';
import type { Issue, Transition } from './issues';
import type { Markup } from './markup';
import { back } from './top-bar';

/** Empty where there is nowhere to go, or the user may not go there. */
export function moveForm({ key }: Issue, transitions: readonly Transition[], here: string): Markup {
  if (transitions.length === 0) return html``;
  return html`<form class="move" method="post" action="/shell/issues/${key}/transitions">
    ${back(here)}
    <select name="transition" aria-label="Move ${key} to" required>
      <option value="">Move to…</option>
      ${transitions.map(
        ({ id, name, to }) => html`<option value="${id}" data-to="${to.id}">${name}</option>`,
      )}
    </select>
    <button class="button" type="submit" aria-label="Move ${key}">Move</button>
  </form>`;
}
