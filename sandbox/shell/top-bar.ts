/** Product, links, the site's clock, and the current person. */
import { html } from 'hono/html';
import type { User } from '../jira/model/user';
import { PEOPLE } from './current-user';
import type { Markup } from './markup';
import { THEMES } from './theme';
import type { Visit } from './visit';

const LINKS = [
  { name: 'Spaces', path: '/projects' },
  { name: 'AWS console', path: '/aws-console' },
  { name: 'Apps', path: '/settings/apps' },
] as const;

/** As Jira's sidebar of apps: without an entry that a button of the app leads to. */
function linksOf({ site }: Visit): readonly { readonly name: string; readonly path: string }[] {
  const { pages } = site.host.manifest.pages;
  const isListed = pages.some(({ type, buttons }) => type === 'jira:adminPage' && buttons.length === 0);
  return isListed ? [...LINKS, { name: 'Settings', path: '/settings/well-architected' }] : LINKS;
}

export function topBar(visit: Visit): Markup {
  return html`<header class="top">
    <a class="brand" href="/"><span class="brand-mark" aria-hidden="true"></span>Local Jira</a>
    <nav aria-label="Site">
      <ul>
        ${linksOf(visit).map(({ name, path }) => {
          const current = visit.here.startsWith(path) ? html`aria-current="true"` : '';
          return html`<li><a href="${path}" ${current}>${name}</a></li>`;
        })}
      </ul>
    </nav>
    ${clock(visit)} ${personMenu(visit)}
  </header>`;
}

/** The app asks AWS for changes every five minutes of the site's time. */
function clock({ site, here }: Visit): Markup {
  const now = new Date(site.clock.now()).toISOString();
  return html`<form class="clock" method="post" action="/shell/clock">
    ${back(here)}
    <span title="The site's own time (UTC) when this page was loaded">
      <span class="hidden">Site time</span>
      <time datetime="${now}">${now.slice(11, 16)}</time>
    </span>
    <button class="button" type="submit" title="The app asks AWS for changes every five minutes">
      Let 5 minutes pass
    </button>
  </form>`;
}

/** A popover of the browser's own: no script, closed by Escape and by a click elsewhere. */
function personMenu({ user, theme, here }: Visit): Markup {
  return html`<button class="button person" type="button" popovertarget="person-menu">
      ${avatar(user)}<span class="hidden">You are</span> ${user.displayName}
    </button>
    <div id="person-menu" class="menu" popover role="group" aria-label="User and theme">
      <form method="post" action="/shell/user">
        ${back(here)}
        <h2>Look at the site as</h2>
        ${PEOPLE.map((person) =>
          choice(
            'accountId',
            person.accountId,
            html`${avatar(person)} ${person.displayName}`,
            person === user,
          ),
        )}
      </form>
      <form method="post" action="/shell/theme">
        ${back(here)}
        <h2>Theme</h2>
        ${THEMES.map((each) => choice('theme', each.theme, html`${each.name}`, each.theme === theme))}
      </form>
    </div>`;
}

function choice(name: string, value: string, label: Markup, isCurrent: boolean): Markup {
  return html`<button class="choice" name="${name}" value="${value}" aria-pressed="${String(isCurrent)}">
    ${label}
  </button>`;
}

function avatar({ displayName }: User): Markup {
  const initials = displayName
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return html`<span class="avatar" aria-hidden="true">${initials}</span>`;
}

/** Where the form comes from, and where its answer leads back to. */
export function back(path: string): Markup {
  return html`<input type="hidden" name="back" value="${path}" />`;
}
