import { z } from 'zod';
import { answerView } from '../answer-views';
import { answerKey, answerOf, updateAnswer as updated } from '../answers';
import { findQuestion, findReview } from '../find';
import { operation } from '../operation';
import {
  choiceId,
  choiceNotes,
  choiceStatus,
  lensAlias,
  map,
  notes,
  questionId,
  reason,
  workloadId,
} from '../shapes';
import { lensArn } from '../views';
import { touchReview } from '../workloads';

export const updateAnswer = operation({
  name: 'UpdateAnswer',
  method: 'PATCH',
  uri: '/workloads/{WorkloadId}/lensReviews/{LensAlias}/answers/{QuestionId}',
  resource: 'workload',
  input: z.object({
    WorkloadId: workloadId,
    LensAlias: lensAlias,
    QuestionId: questionId,
    SelectedChoices: z.array(choiceId).optional(),
    ChoiceUpdates: map(
      choiceId,
      z.object({ Status: choiceStatus, Reason: reason.optional(), Notes: choiceNotes.optional() }),
    ).optional(),
    Notes: notes.optional(),
    IsApplicable: z.boolean().optional(),
    Reason: reason.optional(),
  }),
  example: ({ WorkloadId, LensAlias, QuestionId }) => ({
    WorkloadId,
    LensAlias,
    QuestionId,
    Notes: 'An example.',
  }),
  run(scene, input) {
    const { records } = scene;
    const review = findReview(scene, input);
    const at = findQuestion(review.lens, input.QuestionId);
    const answer = answerOf(records, review.workload.id, review.lens, at.question);
    const key = answerKey(review.workload.id, review.lens, at.question.id);
    records.answers.set(key, updated(at.question, answer, input));
    touchReview(records, review, scene.clock.now());
    return {
      WorkloadId: review.workload.id,
      LensAlias: review.lens.alias,
      LensArn: lensArn(scene, review.lens),
      Answer: answerView(records, review, at),
    };
  },
});
