/** Finds what a request names, or answers ResourceNotFoundException. */
import type { Question } from '../lens/lens';
import { notFound } from './errors';
import { isCalled, lensOf } from './lens-catalogue';
import type { Scene } from './operation';
import type { PublishedLens, ReviewRecord, WorkloadRecord } from './records';

export interface Review {
  readonly workload: WorkloadRecord;
  readonly review: ReviewRecord;
  readonly lens: PublishedLens;
}

/** @throws AwsError ResourceNotFoundException, also for a workload of another Region or account. */
export function findWorkload(scene: Scene, id: string): WorkloadRecord {
  const workload = scene.records.workloads.get(id);
  if (workload?.region === scene.region && canSee(workload, scene.account)) return workload;
  throw notFound('WORKLOAD', id);
}

/** The account's own workloads, and those that another account shares with it. */
export function canSee({ owner, sharedWith }: WorkloadRecord, account: string): boolean {
  return owner === account || sharedWith.includes(account);
}

/** @throws AwsError ResourceNotFoundException. The scene is that of the milestone, where the request names one. */
export function findReview(
  scene: Scene,
  input: {
    readonly WorkloadId: string;
    readonly LensAlias: string;
  },
): Review {
  const workload = findWorkload(scene, input.WorkloadId);
  for (const review of workload.reviews) {
    const lens = lensOf(scene.records, review.lensKey);
    if (isCalled(lens, input.LensAlias)) return { workload, review, lens };
  }
  throw notFound('LENS', input.LensAlias);
}

/** @throws AwsError ResourceNotFoundException. */
export function findQuestion(lens: PublishedLens, id: string): QuestionInPillar {
  const found = questionsIn(lens, undefined).find(({ question }) => question.id === id);
  if (found === undefined) throw notFound('QUESTION', id);
  return found;
}

/** The questions of one pillar or of all; a pillar that the lens does not have has none (unverified, A21). */
export function questionsIn(lens: PublishedLens, pillarId: string | undefined): readonly QuestionInPillar[] {
  return lens.pillars
    .filter((pillar) => pillarId === undefined || pillar.id === pillarId)
    .flatMap((pillar) => pillar.questions.map((question) => ({ pillarId: pillar.id, question })));
}

export interface QuestionInPillar {
  readonly pillarId: string;
  readonly question: Question;
}
