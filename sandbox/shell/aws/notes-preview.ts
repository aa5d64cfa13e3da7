import { html } from 'hono/html';
import type { Markup } from '../markup';

/** The block that the app keeps in a question's notes, with its two marker lines. */
const BLOCK = /=== Jira status v\d+[^\n]*\n[\s\S]*?=== end of Jira status v\d+[^\n]*/;

/** The notes as they are stored, what the app wrote told apart from what people wrote. */
export function notesPreview(notes: string): Markup {
  if (notes === '') return html``;
  const block = BLOCK.exec(notes);
  if (block === null) return preview(html`${notes}`);
  const [text] = block;
  return preview(
    html`${notes.slice(0, block.index)}<mark>${text}</mark>${notes.slice(block.index + text.length)}`,
  );
}

function preview(content: Markup): Markup {
  return html`<section aria-labelledby="preview-heading">
    <h2 id="preview-heading">As it is stored</h2>
    <p class="quiet">What the app wrote is marked.</p>
    <pre class="notes" tabindex="0" role="region" aria-label="Stored notes">${content}</pre>
  </section>`;
}
