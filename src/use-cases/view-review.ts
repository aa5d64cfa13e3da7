/** What a project's people see of the reviews that it links. */
import type { Contract } from '../contract';
import type { ProjectCaller } from './caller';
import {
  currentReview,
  openLinkedReview,
  readForEverybody,
  type KnownReviewPorts,
  type OpenLinkedReviewPorts,
} from './linked-review';
import { toReviewOverview } from './review-overview';

/** Risks by lens and pillar. Reads no answers. */
export async function viewReview(
  { workloadArn }: Contract['workload.review']['payload'],
  caller: ProjectCaller,
  ports: OpenLinkedReviewPorts & KnownReviewPorts,
): Promise<Contract['workload.review']['result']> {
  const review = await openLinkedReview(workloadArn, caller, ports);
  return toReviewOverview(review.workload, await currentReview(review, ports));
}

/** The questions of one lens, to choose some of them. */
export async function listQuestions(
  { workloadArn, lensAlias }: Contract['workload.questions']['payload'],
  caller: ProjectCaller,
  ports: OpenLinkedReviewPorts,
): Promise<Contract['workload.questions']['result']> {
  const { reads } = await openLinkedReview(workloadArn, caller, ports);
  const questions = await readForEverybody(() => reads.questions(workloadArn, { alias: lensAlias }));
  return { questions: questions.map(({ id, title, pillarId, risk }) => ({ id, title, pillarId, risk })) };
}
