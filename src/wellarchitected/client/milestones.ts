/** Milestones over the AWS SDK. */
import {
  CreateMilestoneCommand,
  paginateListAnswers,
  paginateListLensReviews,
  paginateListMilestones,
} from '@aws-sdk/client-wellarchitected';
import { mapInFlight } from '../../in-flight';
import type { WorkloadRef } from '../arn';
import type { LensState, Milestone, Milestones } from '../milestones';
import { inOrder } from '../parse/lens';
import { parseQuestion } from '../parse/question';
import {
  answerSummaries,
  fullCounts,
  lensReviewSummaries,
  milestoneMade,
  milestoneSummaries,
  type WireLensSummary,
} from '../parse/wire';
import { because } from '../reasons';
import { callAllPages, callOnce, type Wire } from './calls';
import { LENSES_IN_FLIGHT } from './page-reads';
import { lensRef, lensSubject } from './read-lens';
import type { Sessions } from './sessions';

/** The API's maximum of each list (service model, MaxResults). */
const PAGE = 50;

/** Each in the session that it needs. */
export function milestonesOver(sessions: Sessions): Milestones {
  return {
    milestones: sessions.ofWorkload('milestones', readMilestones),
    saveMilestone: sessions.ofWorkload('milestones', saveMilestone),
    stateAt: sessions.ofWorkload('read-workload', readState),
  };
}

async function readMilestones(wire: Wire, { arn, id }: WorkloadRef): Promise<readonly Milestone[]> {
  const pages = await callAllPages(
    wire,
    {
      name: 'ListMilestones',
      subject: because('the-workload', { workload: arn }),
      answer: milestoneSummaries,
    },
    paginateListMilestones({ client: wire.client, pageSize: PAGE }, { WorkloadId: id }),
  );
  return pages
    .flatMap(({ MilestoneSummaries }) => MilestoneSummaries)
    .map(({ MilestoneNumber: number, MilestoneName, RecordedAt: recordedAt, WorkloadSummary }) => ({
      ...{ number, name: MilestoneName ?? String(number), recordedAt },
      riskCounts: fullCounts(WorkloadSummary?.RiskCounts),
    }))
    .sort((a, b) => a.number - b.number);
}

async function saveMilestone(
  wire: Wire,
  { arn, id }: WorkloadRef,
  name: string,
  token: string,
): Promise<number> {
  const input = { WorkloadId: id, MilestoneName: name, ClientRequestToken: token };
  const { MilestoneNumber } = await callOnce(
    wire,
    { name: 'CreateMilestone', subject: because('the-workload', { workload: arn }), answer: milestoneMade },
    () => wire.client.send(new CreateMilestoneCommand(input)),
  );
  return MilestoneNumber;
}

async function readState(
  wire: Wire,
  workload: WorkloadRef,
  milestone: number | undefined,
): Promise<readonly LensState[]> {
  const at = milestone === undefined ? {} : { MilestoneNumber: milestone };
  const pages = await callAllPages(
    wire,
    {
      name: 'ListLensReviews',
      subject: because('the-workload', { workload: workload.arn }),
      answer: lensReviewSummaries,
    },
    paginateListLensReviews({ client: wire.client, pageSize: PAGE }, { WorkloadId: workload.id, ...at }),
  );
  const summaries = pages.flatMap(({ LensReviewSummaries }) => LensReviewSummaries);
  const lenses = await mapInFlight(summaries, LENSES_IN_FLIGHT, (summary) =>
    readLensState(wire, workload, summary, at),
  );
  return inOrder(lenses);
}

async function readLensState(
  wire: Wire,
  workload: WorkloadRef,
  summary: WireLensSummary,
  at: { readonly MilestoneNumber?: number },
) {
  const { identity, kind } = lensRef(summary);
  const { LensAlias: alias, LensVersion: version = '', LensName: name = alias } = summary;
  const input = { WorkloadId: workload.id, LensAlias: alias, ...at };
  const pages = await callAllPages(
    wire,
    { name: 'ListAnswers', subject: lensSubject(alias, workload), answer: answerSummaries },
    paginateListAnswers({ client: wire.client, pageSize: PAGE }, input),
  );
  const context = { kind, improvementPlans: new Map<string, string>() };
  const questions = pages
    .flatMap(({ AnswerSummaries }) => AnswerSummaries)
    .map((answer) => ({ ...parseQuestion(answer, context), pillarId: answer.PillarId }));
  const review = { identity, alias, version, name, riskCounts: fullCounts(summary.RiskCounts), questions };
  return { kind, review };
}
