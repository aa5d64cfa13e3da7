/** What a project's people see of the reviews that it links. */
import type { Contract } from '../contract';
import { toReviewOverview } from '../reviews/overview';
import type { ProjectCaller } from './caller';
import { currentReview, forEverybody, openLinkedReview } from './linked-review';

/** Risks by lens and pillar. Reads no answers. */
export async function viewReview(
  { workloadArn }: Contract['workload.review']['payload'],
  caller: ProjectCaller,
): Promise<Contract['workload.review']['result']> {
  const review = await openLinkedReview(workloadArn, caller);
  return toReviewOverview(review.workload, await currentReview(review));
}

/** The questions of one lens, to choose some of them. */
export async function listQuestions(
  { workloadArn, lensAlias }: Contract['workload.questions']['payload'],
  caller: ProjectCaller,
): Promise<Contract['workload.questions']['result']> {
  const { reads } = await openLinkedReview(workloadArn, caller);
  const questions = await forEverybody(() => reads.questions(workloadArn, { alias: lensAlias }));
  return { questions: questions.map(({ id, title, pillarId, risk }) => ({ id, title, pillarId, risk })) };
}
