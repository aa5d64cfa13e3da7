/** Where a page of the app appears in a page of the site. */
import { html } from 'hono/html';
import type { PageType } from '../forge/pages/page-modules';
import type { Markup } from './markup';

export interface ForgeModule {
  readonly type: PageType;
  /** What the app's page gets as `context.extension`. */
  readonly extension: object;
  readonly title: string;
  /** Path of the page; what follows it in the address belongs to the app. Absent in a panel. */
  readonly base?: string;
}

/** What a frame of Custom UI may do: https://developer.atlassian.com/platform/forge/custom-ui/iframe */
const SANDBOX = 'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/** The frame begins to load when its host's script, which is part of this, has made itself known to it. */
export function forgeFrame({ type, extension, title, base = '' }: ForgeModule): Markup {
  return html`<link rel="stylesheet" href="/forge/host.css" />
    <iframe
      class="forge-page"
      title="${title}"
      sandbox="${SANDBOX}"
      data-module="${JSON.stringify({ type, extension })}"
      data-base="${base}"
      data-src="/forge/pages/${type}/index.html"
    ></iframe>
    <div class="flags" role="status"></div>
    <script src="/forge/host.js"></script>`;
}
