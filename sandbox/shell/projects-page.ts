import { html } from 'hono/html';
import { respond } from './layout';
import type { Markup } from './markup';
import { type Project, visibleProjects } from './projects';
import type { Visit } from './visit';

/** The projects that the user may see. */
export async function projectsPage(visit: Visit): Promise<Response> {
  const projects = await visibleProjects(visit.jira);
  return respond(visit, {
    title: 'Spaces',
    body: html`<div class="page">
      <h1>Spaces</h1>
      ${projectCards(projects, visit.user.displayName)}
    </div>`,
  });
}

export function projectCards(projects: readonly Project[], viewer: string): Markup {
  if (projects.length === 0) return html`<p class="empty">${viewer} may see no space.</p>`;
  return html`<ul class="tiles">
    ${projects.map(
      (project) =>
        html`<li class="tile">
          <span class="avatar avatar-project" aria-hidden="true">${project.key.slice(0, 2)}</span>
          <div>
            <a class="tile-name" href="/projects/${project.key}/board">${project.name}</a>
            <p class="quiet">${project.key} · ${project.simplified ? 'team-managed' : 'company-managed'}</p>
            <p>
              <a href="/projects/${project.key}/board" aria-label="Board of ${project.name}">Board</a> ·
              <a
                href="/projects/${project.key}/well-architected"
                aria-label="Well-Architected in ${project.name}"
              >
                Well-Architected
              </a>
            </p>
          </div>
        </li>`,
    )}
  </ul>`;
}
