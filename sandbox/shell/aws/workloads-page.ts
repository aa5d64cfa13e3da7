import { html } from 'hono/html';
import { REGION } from '../../aws';
import { respond } from '../layout';
import type { Markup } from '../markup';
import { Problem } from '../problem';
import type { ShellSite, Visit } from '../visit';
import { ask, consoleClient, everyPage } from './console-client';
import { consoleCrumbs, riskCounts } from './console-marks';
import { lensPath, workloadPath } from './console-paths';
import { STACK } from './stack-page';

/** The workloads that the account's administrator sees, in every Region that has one. */
export async function workloadsPage(visit: Visit): Promise<Response> {
  const { site } = visit;
  const regions = new Set([REGION, ...site.aws.admin.workloads().map(({ region }) => region)]);
  return respond(visit, {
    title: 'AWS console',
    body: html`<div class="page">
      <h1>AWS Well-Architected Tool</h1>
      <p class="lead">
        What a person sees and does in AWS’s console, on the stand-in: answer questions, and read what the app
        writes into their notes.
      </p>
      <p><a href="${STACK}">Create the role of another connection</a></p>
      ${await Promise.all([...regions].map((region) => regionSection(site, region)))}
    </div>`,
  });
}

async function regionSection(site: ShellSite, region: string): Promise<Markup> {
  return html`<h2>${region}</h2>
    ${await workloadTiles(site, region).catch(problemLine)}`;
}

async function workloadTiles(site: ShellSite, region: string): Promise<Markup> {
  const client = await consoleClient(site, region);
  const workloads = await everyPage(
    (NextToken) => client.listWorkloads({ NextToken }),
    ({ WorkloadSummaries }) => WorkloadSummaries,
  );
  if (workloads.length === 0) return html`<p class="empty">No workload.</p>`;
  return html`<ul class="tiles">
    ${workloads.map(({ WorkloadId = '', WorkloadName, Owner, RiskCounts }) => {
      const path = workloadPath({ region, workloadId: WorkloadId });
      return html`<li class="tile">
        <div>
          <a class="tile-name" href="${path}">${WorkloadName}</a>
          <p class="quiet">Account ${Owner}</p>
          ${riskCounts(RiskCounts)}
        </div>
      </li>`;
    })}
  </ul>`;
}

/** A Region that does not answer does not hide the others. */
function problemLine(error: unknown): Markup {
  if (!(error instanceof Problem)) throw error;
  return html`<p class="message message-error">${error.message}</p>`;
}

export async function workloadPage(visit: Visit, region: string, workloadId: string): Promise<Response> {
  const client = await consoleClient(visit.site, region);
  const { Workload = {} } = await ask(client.getWorkload({ WorkloadId: workloadId }));
  const reviews = await everyPage(
    (NextToken) => client.listLensReviews({ WorkloadId: workloadId, NextToken }),
    ({ LensReviewSummaries }) => LensReviewSummaries,
  );
  const name = Workload.WorkloadName ?? workloadId;
  return respond(visit, {
    title: name,
    body: html`<div class="page">
      ${consoleCrumbs({ region, workloadId }, name)}
      <h1>${name}</h1>
      <p class="quiet">${Workload.WorkloadArn}</p>
      ${riskCounts(Workload.RiskCounts)}
      <h2>Lenses</h2>
      <ul class="tiles">
        ${reviews.map(
          ({ LensAlias = '', LensName, LensVersion, LensStatus, RiskCounts }) =>
            html`<li class="tile">
              <div>
                <a class="tile-name" href="${lensPath({ region, workloadId, lens: LensAlias })}"
                  >${LensName}</a
                >
                <p class="quiet">
                  Version ${LensVersion}${LensStatus === 'CURRENT' ? '' : html` · a newer version exists`}
                </p>
                ${riskCounts(RiskCounts)}
              </div>
            </li>`,
        )}
      </ul>
    </div>`,
  });
}
