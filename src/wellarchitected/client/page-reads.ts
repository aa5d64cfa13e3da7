/** Parts of a review, over the AWS SDK: what pages show of a workload. */
import {
  GetAnswerCommand,
  GetLensReviewCommand,
  paginateListLensReviews,
} from '@aws-sdk/client-wellarchitected';
import { mapInFlight } from '../../in-flight';
import { parseLensArn, type LensKind, type WorkloadRef } from '../arn';
import type { AnsweredQuestion, LensName, LensOverview, PageReads, PlacedQuestion } from '../page-reads';
import { inOrder, parseLensOverview } from '../parse/lens';
import { parseQuestion } from '../parse/question';
import { lensReviewAnswer, lensReviewSummaries, wholeAnswer, type WireLensSummary } from '../parse/wire';
import { because } from '../reasons';
import { callAllPages, callOnce, type Wire } from './calls';
import { lensRef, lensSubject, readAnswers } from './read-lens';
import type { Sessions } from './sessions';

/** The API's maximum (service model, MaxResults of ListLensReviews). */
const PAGE = 50;

/** Lenses read at a time; AWS documents no rate for this API. */
export const LENSES_IN_FLIGHT = 3;

/** Each in the session that it needs. */
export function pageReads(sessions: Sessions): PageReads {
  return {
    lenses: sessions.ofWorkload('read-workload', readOverview),
    questions: sessions.ofWorkload('read-workload', readQuestions),
    answer: sessions.ofWorkload('read-answers', readAnswer),
  };
}

/** The state that is read: that of a milestone, or of now. */
export interface At {
  readonly MilestoneNumber?: number;
}

/** Every lens that is applied to the workload, all pages, in AWS's order. */
export async function listLenses(
  wire: Wire,
  ref: WorkloadRef,
  at: At = {},
): Promise<readonly WireLensSummary[]> {
  const pages = await callAllPages(
    wire,
    {
      name: 'ListLensReviews',
      subject: because('the-workload', { workload: ref.arn }),
      answer: lensReviewSummaries,
    },
    paginateListLensReviews({ client: wire.client, pageSize: PAGE }, { WorkloadId: ref.id, ...at }),
  );
  return pages.flatMap(({ LensReviewSummaries }) => LensReviewSummaries);
}

/** See `PageReads.lenses`; the Framework first, then by name. */
async function readOverview(wire: Wire, workload: WorkloadRef): Promise<readonly LensOverview[]> {
  const summaries = await listLenses(wire, workload);
  const lenses = await mapInFlight(summaries, LENSES_IN_FLIGHT, async (summary) => {
    const ref = lensRef(summary);
    const input = { WorkloadId: workload.id, LensAlias: summary.LensAlias };
    const { LensReview } = await callOnce(
      wire,
      {
        name: 'GetLensReview',
        subject: lensSubject(summary.LensAlias, workload),
        answer: lensReviewAnswer,
      },
      () => wire.client.send(new GetLensReviewCommand(input)),
    );
    const review = parseLensOverview(ref, summary, LensReview.PillarReviewSummaries);
    return { kind: ref.kind, review };
  });
  return inOrder(lenses);
}

/** See `PageReads.questions`. */
export async function readQuestions(
  wire: Wire,
  workload: WorkloadRef,
  lens: LensName,
  at: At = {},
): Promise<readonly PlacedQuestion[]> {
  const input = { WorkloadId: workload.id, LensAlias: lens.alias, ...at };
  const answers = await readAnswers(wire, input, lensSubject(lens.alias, workload));
  const context = { kind: kindOf(lens), improvementPlans: new Map<string, string>() };
  return answers.map((answer) => ({ ...parseQuestion(answer, context), pillarId: answer.PillarId }));
}

/** See `PageReads.answer`. */
async function readAnswer(
  wire: Wire,
  workload: WorkloadRef,
  lens: LensName,
  questionId: string,
): Promise<AnsweredQuestion> {
  const input = { WorkloadId: workload.id, LensAlias: lens.alias, QuestionId: questionId };
  const subject = because('question-of-workload', { question: questionId, workload: workload.arn });
  const { Answer } = await callOnce(wire, { name: 'GetAnswer', subject, answer: wholeAnswer }, () =>
    wire.client.send(new GetAnswerCommand(input)),
  );
  const { ChoiceAnswers: ChoiceAnswerSummaries, ImprovementPlanUrl = '', Notes = '', ...answer } = Answer;
  const improvementPlans = new Map([[answer.QuestionId, ImprovementPlanUrl]]);
  const question = parseQuestion(
    { ...answer, ChoiceAnswerSummaries },
    { kind: kindOf(lens), improvementPlans },
  );
  return { ...question, pillarId: answer.PillarId, notes: Notes };
}

/** A lens that is not known by its ARN gets no guessed links. */
function kindOf({ identity }: LensName): LensKind {
  return (identity === undefined ? undefined : parseLensArn(identity)?.kind) ?? 'aws';
}
