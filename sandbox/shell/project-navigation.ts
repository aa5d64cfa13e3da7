import { html } from 'hono/html';
import type { Markup } from './markup';
import type { CurrentProject } from './projects';

interface Entry {
  readonly name: string;
  readonly path: string;
}

/** Who does not administer the project sees no way to its settings, as in Jira. */
export function projectNavigation(project: CurrentProject, here: string): Markup {
  const base = `/projects/${project.key}`;
  const entries: readonly Entry[] = [
    { name: 'Board', path: `${base}/board` },
    { name: 'Well-Architected', path: `${base}/well-architected` },
  ];
  const settings: readonly Entry[] = [
    { name: 'Well-Architected settings', path: `${base}/settings/well-architected` },
  ];
  return html`<nav class="side" aria-label="Space">
    <p class="side-project">
      <span class="avatar avatar-project" aria-hidden="true">${project.key.slice(0, 2)}</span>
      <span>
        <strong>${project.name}</strong>
        <small>${project.simplified ? 'Team-managed' : 'Company-managed'} space</small>
      </span>
    </p>
    ${list(entries, here)}
    ${
      project.administers
        ? html`<p class="side-heading">Space settings</p>
            ${list(settings, here)}`
        : ''
    }
  </nav>`;
}

function list(entries: readonly Entry[], here: string): Markup {
  const [path = ''] = here.split('?');
  return html`<ul>
    ${entries.map(
      (entry) => html`<li><a href="${entry.path}" ${currentIn(entry, path)}>${entry.name}</a></li>`,
    )}
  </ul>`;
}

/** Also where one of the page's own parts is open. */
function currentIn(entry: Entry, path: string): Markup | '' {
  if (path === entry.path) return html`aria-current="page"`;
  return path.startsWith(`${entry.path}/`) ? html`aria-current="true"` : '';
}
