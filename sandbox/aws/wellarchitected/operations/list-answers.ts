import { z } from 'zod';
import { answerSummary } from '../answer-views';
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

/** A page holds 50 questions unless MaxResults says less; without a profile no question is prioritized. */
export const listAnswers = operation({
  name: 'ListAnswers',
  method: 'GET',
  uri: '/workloads/{WorkloadId}/lensReviews/{LensAlias}/answers',
  resource: 'workload',
  query: ['PillarId', 'MilestoneNumber', 'NextToken', 'MaxResults', 'QuestionPriority'],
  input: z.object({
    WorkloadId: workloadId,
    LensAlias: lensAlias,
    PillarId: pillarId.optional(),
    MilestoneNumber: milestoneNumber.optional(),
    NextToken: nextToken.optional(),
    MaxResults: integer(1, 50).optional(),
    QuestionPriority: questionPriority.optional(),
  }),
  example: ({ WorkloadId, LensAlias }) => ({ WorkloadId, LensAlias, MaxResults: 5 }),
  run(now, input) {
    const scene = sceneAt(now, input);
    const { PillarId, QuestionPriority } = input;
    const review = findReview(scene, input);
    const questions = QuestionPriority === 'PRIORITIZED' ? [] : questionsIn(review.lens, PillarId);
    const list = [
      'ListAnswers',
      review.workload.id,
      review.lens.arn,
      PillarId,
      QuestionPriority,
      input.MilestoneNumber,
    ];
    const { items, ...next } = pageOf(questions, list, input, 50);
    return {
      WorkloadId: review.workload.id,
      LensAlias: review.lens.alias,
      LensArn: lensArn(scene, review.lens),
      AnswerSummaries: items.map((question) => answerSummary(scene.records, review, question)),
      ...next,
    };
  },
});
