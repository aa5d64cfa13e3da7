/**
 * Atlassian Document Format as HTML: what Jira shows of a description. Everything is escaped; links lead to http and
 * https only; of nodes that are not known here their text remains.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
import { html } from 'hono/html';
import { z } from 'zod';
import type { Markup } from '../markup';

interface Node {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly Mark[] | undefined;
  readonly content?: readonly Node[] | undefined;
}

interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

const attrs = z.record(z.string(), z.unknown()).optional();

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    attrs,
    marks: z.array(z.object({ type: z.string(), attrs })).optional(),
    content: z.array(node).optional(),
  }),
);

/** What is no document is nothing. */
export function adf(document: unknown): Markup {
  const { data } = node.safeParse(document);
  if (data === undefined) return html``;
  return html`<div class="adf">${children(data, headingShift(data))}</div>`;
}

/** Headings begin below the page's own two levels, whichever level the document begins with. */
function headingShift(document: Node): number {
  const levels = (document.content ?? []).filter(({ type }) => type === 'heading').map(levelOf);
  return 3 - Math.min(...levels, 6);
}

type Draw = (node: Node, shift: number) => Markup;

const NODES: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ['paragraph', (at, shift) => html`<p>${children(at, shift)}</p>`],
  ['heading', heading],
  [
    'bulletList',
    (at, shift) =>
      html`<ul>
        ${children(at, shift)}
      </ul>`,
  ],
  [
    'orderedList',
    (at, shift) =>
      html`<ol>
        ${children(at, shift)}
      </ol>`,
  ],
  ['listItem', (at, shift) => html`<li>${children(at, shift)}</li>`],
  ['blockquote', (at, shift) => html`<blockquote>${children(at, shift)}</blockquote>`],
  ['panel', panel],
  ['codeBlock', (at, shift) => html`<pre tabindex="0"><code>${children(at, shift)}</code></pre>`],
  ['rule', () => html`<hr />`],
  ['hardBreak', () => html`<br />`],
  ['text', (at) => marked(at)],
]);

function draw(at: Node, shift: number): Markup {
  return NODES.get(at.type)?.(at, shift) ?? children(at, shift);
}

function children(at: Node, shift: number): Markup {
  return html`${(at.content ?? []).map((child) => draw(child, shift))}`;
}

function heading(at: Node, shift: number): Markup {
  const inner = children(at, shift);
  const level = Math.min(levelOf(at) + shift, 6);
  if (level <= 3) return html`<h3>${inner}</h3>`;
  if (level === 4) return html`<h4>${inner}</h4>`;
  return level === 5 ? html`<h5>${inner}</h5>` : html`<h6>${inner}</h6>`;
}

function levelOf({ attrs: { level } = {} }: Node): number {
  return typeof level === 'number' ? level : 1;
}

const PANELS = new Set(['info', 'note', 'warning', 'error', 'success']);

function panel(at: Node, shift: number): Markup {
  const type = String(at.attrs?.panelType);
  return html`<div class="adf-panel adf-panel-${PANELS.has(type) ? type : 'info'}">
    ${children(at, shift)}
  </div>`;
}

const MARKS: ReadonlyMap<string, (inner: Markup) => Markup> = new Map([
  ['strong', (inner) => html`<strong>${inner}</strong>`],
  ['em', (inner) => html`<em>${inner}</em>`],
  ['code', (inner) => html`<code>${inner}</code>`],
  ['strike', (inner) => html`<s>${inner}</s>`],
  ['underline', (inner) => html`<u>${inner}</u>`],
]);

function marked({ text = '', marks = [] }: Node): Markup {
  return marks.reduce<Markup>(
    (inner, mark) =>
      mark.type === 'link' ? link(inner, mark.attrs?.href) : (MARKS.get(mark.type)?.(inner) ?? inner),
    html`${text}`,
  );
}

function link(inner: Markup, href: unknown): Markup {
  if (typeof href !== 'string' || !/^https?:\/\//i.test(href) || !URL.canParse(href)) return inner;
  return html`<a href="${href}" rel="noopener noreferrer nofollow">${inner}</a>`;
}
