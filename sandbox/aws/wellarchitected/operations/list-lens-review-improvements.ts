import { z } from 'zod';
import { improvementSummary } from '../answer-views';
import { answerOf, riskOf } from '../answers';
import { findReview, questionsIn } from '../find';
import { sceneAt } from '../milestones';
import { operation } from '../operation';
import { pageOf } from '../paging';
import {
  integer,
  lensAlias,
  milestoneNumber,
  nextToken,
  pillarId,
  questionPriority,
  workloadId,
} from '../shapes';
import { lensArn } from '../views';

/** The questions at HIGH or MEDIUM risk, in the lens's order (unverified, A25: the tool may order by priority). */
export const listLensReviewImprovements = operation({
  name: 'ListLensReviewImprovements',
  method: 'GET',
  uri: '/workloads/{WorkloadId}/lensReviews/{LensAlias}/improvements',
  resource: 'workload',
  query: ['PillarId', 'MilestoneNumber', 'NextToken', 'MaxResults', 'QuestionPriority'],
  input: z.object({
    WorkloadId: workloadId,
    LensAlias: lensAlias,
    PillarId: pillarId.optional(),
    MilestoneNumber: milestoneNumber.optional(),
    NextToken: nextToken.optional(),
    MaxResults: integer(1, 100).optional(),
    QuestionPriority: questionPriority.optional(),
  }),
  example: ({ WorkloadId, LensAlias }) => ({ WorkloadId, LensAlias, MaxResults: 5 }),
  run(now, input) {
    const scene = sceneAt(now, input);
    const { PillarId, QuestionPriority } = input;
    const review = findReview(scene, input);
    const { workload, lens } = review;
    const atRisk = questionsIn(lens, PillarId).filter(({ question }) =>
      ['HIGH', 'MEDIUM'].includes(
        riskOf(lens, question, answerOf(scene.records, workload.id, lens, question)),
      ),
    );
    const list = [
      'ListLensReviewImprovements',
      workload.id,
      lens.arn,
      PillarId,
      QuestionPriority,
      input.MilestoneNumber,
    ];
    const { items, ...next } = pageOf(QuestionPriority === 'PRIORITIZED' ? [] : atRisk, list, input, 100);
    return {
      WorkloadId: workload.id,
      LensAlias: lens.alias,
      LensArn: lensArn(scene, lens),
      ImprovementSummaries: items.map((question) => improvementSummary(scene.records, review, question)),
      ...next,
    };
  },
});
