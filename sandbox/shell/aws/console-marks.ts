import { html } from 'hono/html';
import { sentence } from '../issue-marks';
import type { Markup } from '../markup';
import { CONSOLE, type ReviewAddress, workloadPath } from './console-paths';

type Counts = Readonly<Partial<Record<string, number>>>;

const KINDS: Readonly<Record<string, string>> = { HIGH: 'danger', MEDIUM: 'warning', NONE: 'success' };

/** The risk of a question, `HIGH`. */
export function awsRisk(risk: string | undefined): Markup {
  if (risk === undefined) return html``;
  const words = risk === 'NONE' ? 'No risk' : risk in KINDS ? `${sentence(risk)} risk` : sentence(risk);
  return html`<span class="mark mark-${KINDS[risk] ?? 'neutral'}">${words}</span>`;
}

/** How many questions there are of each risk, the worst first. */
export function riskCounts(counts: Counts | undefined): Markup {
  const shown = ['HIGH', 'MEDIUM', 'NONE', 'UNANSWERED', 'NOT_APPLICABLE'] as const;
  return html`<span class="marks">
    ${shown.map((risk) => {
      const count = counts?.[risk] ?? 0;
      return count === 0 ? '' : html`<span>${count} ${awsRisk(risk)}</span>`;
    })}
  </span>`;
}

/** @param names of the pages between the workload and this one. */
export function consoleCrumbs(
  address: Pick<ReviewAddress, 'region' | 'workloadId'>,
  workload: string,
  rest: Markup = html``,
): Markup {
  return html`<nav class="crumbs" aria-label="Breadcrumbs">
    <a href="${CONSOLE}">Workloads</a> <a href="${workloadPath(address)}">${workload}</a> ${rest}
  </nav>`;
}
