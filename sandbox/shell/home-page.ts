/** The first page: what this is, where to begin, and what a terminal needs. */
import { html } from 'hono/html';
import { ACCOUNT, canSee } from '../aws';
import { respond } from './layout';
import type { Markup } from './markup';
import { projectCards } from './projects-page';
import { visibleProjects } from './projects';
import { siteSections } from './site-sections';
import type { Visit } from './visit';
import { walk } from './walk';

export async function homePage(visit: Visit): Promise<Response> {
  const projects = await visibleProjects(visit.jira);
  const key = projects.find((project) => project.key === 'WA')?.key ?? projects[0]?.key ?? 'WA';
  return respond(visit, {
    title: 'Home',
    body: html`<div class="page">
      <h1>Well-Architected Backlog on a local site</h1>
      <p class="lead">
        The app runs here as it would in your Jira: its real bundle on a Jira and an AWS that are stand-ins on
        this machine. Nothing leaves it, and nothing costs anything.
      </p>
      <h2>The whole circle</h2>
      ${walk(key)}
      <h2>Spaces</h2>
      ${projectCards(projects, visit.user.displayName)}
      <h2>Reviews in AWS</h2>
      ${reviews(visit)}
      <h2>For the terminal</h2>
      ${siteSections(visit.site).map(
        ({ title, lines }) =>
          html`<h3>${title}</h3>
            <pre tabindex="0" role="region" aria-label="${title}">${lines.join('\n')}</pre>`,
      )}
    </div>`,
  });
}

/** AWS's own console cannot be opened on stand-ins: the links of issues lead there, and there is nothing. */
function reviews({ site }: Visit): Markup {
  const workloads = site.aws.admin.workloads().filter((workload) => canSee(workload, ACCOUNT));
  return html`<ul>
      ${workloads.map(
        ({ id, region, details }) =>
          html`<li><a href="/aws-console/${region}/${id}">${details.WorkloadName}</a></li>`,
      )}
    </ul>
    <p class="quiet">
      Work items link to AWS’s real console, which knows nothing of this site. What you would see there is in
      <a href="/aws-console">the AWS console view</a> of this site.
    </p>`;
}
