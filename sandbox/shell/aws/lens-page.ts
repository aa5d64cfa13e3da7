import type { AnswerSummary } from '@aws-sdk/client-wellarchitected';
import { html } from 'hono/html';
import { respond } from '../layout';
import type { Markup } from '../markup';
import type { Visit } from '../visit';
import { ask, consoleClient, everyPage } from './console-client';
import { awsRisk, consoleCrumbs, riskCounts } from './console-marks';
import { type ReviewAddress, questionPath } from './console-paths';

/** A lens of a workload: its pillars, each with its questions. @throws Problem if AWS does not know it */
export async function lensPage(visit: Visit, address: ReviewAddress): Promise<Response> {
  const client = await consoleClient(visit.site, address.region);
  const at = { WorkloadId: address.workloadId, LensAlias: address.lens };
  const [{ Workload }, { LensReview }, answers] = await Promise.all([
    ask(client.getWorkload({ WorkloadId: address.workloadId })),
    ask(client.getLensReview(at)),
    everyPage(
      (NextToken) => client.listAnswers({ ...at, NextToken, MaxResults: 50 }),
      ({ AnswerSummaries }) => AnswerSummaries,
    ),
  ]);
  const name = LensReview?.LensName ?? address.lens;
  return respond(visit, {
    title: name,
    body: html`<div class="page">
      ${consoleCrumbs(address, Workload?.WorkloadName ?? address.workloadId, html`<span>${name}</span>`)}
      <h1>${name}</h1>
      ${riskCounts(LensReview?.RiskCounts)}
      ${(LensReview?.PillarReviewSummaries ?? []).map(
        ({ PillarId, PillarName, RiskCounts }) =>
          html`<h2>${PillarName}</h2>
            ${riskCounts(RiskCounts)}
            ${questions(
              address,
              answers.filter((answer) => answer.PillarId === PillarId),
            )}`,
      )}
    </div>`,
  });
}

function questions(address: ReviewAddress, answers: readonly AnswerSummary[]): Markup {
  return html`<ul class="children">
    ${answers.map(({ QuestionId = '', QuestionTitle, SelectedChoices = [], Choices = [], Risk }) => {
      const path = questionPath({ ...address, question: QuestionId });
      return html`<li>
        <a class="grow" href="${path}">${QuestionTitle}</a>
        <span class="quiet">${SelectedChoices.length} of ${Choices.length} selected</span> ${awsRisk(Risk)}
      </li>`;
    })}
  </ul>`;
}
