/** The page around every page: top bar, project navigation, a message if there is one, the page itself. */
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Markup } from './markup';
import { type Message, takeMessage } from './messages';
import { projectNavigation } from './project-navigation';
import type { CurrentProject } from './projects';
import { topBar } from './top-bar';
import type { Visit } from './visit';

export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** Shown with its navigation beside the page. */
  readonly project?: CurrentProject;
  readonly status?: ContentfulStatusCode;
}

/**
 * Scripts, styles and frames come from this machine only. Frames of other ports are let in, so that an app's page can
 * have an origin of its own, as it has in Jira.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' http://127.0.0.1:* http://localhost:*",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function respond(visit: Visit, page: Page): Promise<Response> {
  const { context } = visit;
  const document = await html`<!doctype html>
    <html lang="en" data-color-mode="${visit.theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} – Local Jira</title>
        <link rel="icon" href="/shell/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shell/shell.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        ${topBar(visit)}
        <div class="frame">
          ${page.project === undefined ? '' : projectNavigation(page.project, visit.here)}
          <main id="main" tabindex="-1" aria-label="${page.title}">
            ${banner(takeMessage(context))}${page.body}
          </main>
        </div>
      </body>
    </html> `;
  context.header('content-security-policy', CONTENT_POLICY);
  context.header('cache-control', 'no-store');
  return context.html(document, page.status ?? 200);
}

function banner(message: Message | undefined): Markup {
  if (message === undefined) return html``;
  const { kind, lines } = message;
  return html`<div class="message message-${kind}" role="${kind === 'error' ? 'alert' : 'status'}">
    ${lines.map((line) => html`<p>${line}</p>`)}
  </div>`;
}
