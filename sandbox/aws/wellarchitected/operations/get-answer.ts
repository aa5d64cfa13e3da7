import { z } from 'zod';
import { answerView } from '../answer-views';
import { findQuestion, findReview } from '../find';
import { sceneAt } from '../milestones';
import { operation } from '../operation';
import { lensAlias, milestoneNumber, questionId, workloadId } from '../shapes';
import { lensArn } from '../views';

export const getAnswer = operation({
  name: 'GetAnswer',
  method: 'GET',
  uri: '/workloads/{WorkloadId}/lensReviews/{LensAlias}/answers/{QuestionId}',
  resource: 'workload',
  query: ['MilestoneNumber'],
  input: z.object({
    WorkloadId: workloadId,
    LensAlias: lensAlias,
    QuestionId: questionId,
    MilestoneNumber: milestoneNumber.optional(),
  }),
  example: ({ WorkloadId, LensAlias, QuestionId }) => ({ WorkloadId, LensAlias, QuestionId }),
  run(now, input) {
    const scene = sceneAt(now, input);
    const review = findReview(scene, input);
    return {
      WorkloadId: review.workload.id,
      LensAlias: review.lens.alias,
      LensArn: lensArn(scene, review.lens),
      Answer: answerView(scene.records, review, findQuestion(review.lens, input.QuestionId)),
    };
  },
});
