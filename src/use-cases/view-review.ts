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
import type { RecentReads } from '../reviews/recent-reads';
import { Refusal } from '../refusal';
import type { PlacedQuestion } from '../wellarchitected/page-reads';
import { because } from './reasons';
import { toReviewOverview } from './review-overview';

export interface RecentQuestions {
  readonly recentQuestions: RecentReads<readonly PlacedQuestion[]>;
}

/** Risks by lens and pillar. Reads no answers. */
export async function viewReview(
  { workloadArn }: Contract['workload.review']['payload'],
  caller: ProjectCaller,
  ports: OpenLinkedReviewPorts & KnownReviewPorts,
): Promise<Contract['workload.review']['result']> {
  const review = await openLinkedReview(workloadArn, caller, ports);
  return toReviewOverview(review.workload, await currentReview(review, ports));
}

/** The questions of one lens of the workload, to choose some of them, as they are within the last minute. */
export async function listQuestions(
  { workloadArn, lensAlias }: Contract['workload.questions']['payload'],
  caller: ProjectCaller,
  ports: OpenLinkedReviewPorts & KnownReviewPorts & RecentQuestions,
): Promise<Contract['workload.questions']['result']> {
  const review = await openLinkedReview(workloadArn, caller, ports);
  const { lenses } = await currentReview(review, ports);
  if (!lenses.some(({ alias }) => alias === lensAlias))
    throw new Refusal('not-found', because('lens-not-applied', { lens: lensAlias }));
  const key = [caller.site, review.connection.id, workloadArn, lensAlias];
  const questions = await ports.recentQuestions.read(key, () =>
    readForEverybody(() => review.reads.questions(workloadArn, { alias: lensAlias })),
  );
  return { questions: questions.map(({ id, title, pillarId, risk }) => ({ id, title, pillarId, risk })) };
}
