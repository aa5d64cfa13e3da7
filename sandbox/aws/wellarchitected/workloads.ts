/** Changes to workloads, shared by operations and administration. */
import { partitionOf } from '../regions';
import { answerKey } from './answers';
import { conflict, notFound, validationError } from './errors';
import type { Review } from './find';
import { forgetMilestones } from './milestones';
import { findLens, questionsOf } from './lens-catalogue';
import { isSameName } from './names';
import type { Scene } from './operation';
import type { PublishedLens, Records, WorkloadDetails, WorkloadRecord } from './records';

/** AssociateLenses takes 10 lenses at a time, and a workload has 20 at most (service model). */
const LENSES_A_CALL = 10;
const LENSES_A_WORKLOAD = 20;

/** Stores a new workload whose questions are all unanswered. */
export function newWorkload(
  scene: Scene,
  about: {
    readonly id: string;
    readonly owner: string;
    readonly sharedWith?: readonly string[];
    readonly details: WorkloadDetails;
    readonly lenses: readonly PublishedLens[];
  },
): WorkloadRecord {
  const { id, owner, sharedWith = [] } = about;
  const now = scene.clock.now();
  const workload: WorkloadRecord = {
    id,
    arn: `arn:${partitionOf(scene.region)}:wellarchitected:${scene.region}:${owner}:workload/${id}`,
    owner,
    sharedWith,
    region: scene.region,
    details: { ImprovementStatus: 'NOT_STARTED', IsReviewOwnerUpdateAcknowledged: true, ...about.details },
    updatedAt: now,
    reviews: about.lenses.map((lens) => ({ lensKey: lens.key, updatedAt: now })),
  };
  checkReviews(workload);
  scene.records.workloads.set(id, workload);
  return workload;
}

/** @throws AwsError ConflictException; spaces and capitalization are ignored (service model, WorkloadName). */
export function checkNameIsFree(scene: Scene, name: string, exceptId?: string): void {
  const other = [...scene.records.workloads.values()].find(
    ({ id, owner, region, details }) =>
      id !== exceptId &&
      owner === scene.account &&
      region === scene.region &&
      isSameName(details.WorkloadName, name),
  );
  if (other !== undefined) throw conflict(`a workload named ${name} already exists`, 'WORKLOAD', other.id);
}

/** @throws AwsError ResourceNotFoundException for a lens that nobody published. */
export function requireLenses(scene: Scene, aliases: readonly string[]): readonly PublishedLens[] {
  const lenses = aliases.map((alias) => {
    const lens = findLens(scene.records, alias);
    if (lens === undefined) throw notFound('LENS', alias);
    return lens;
  });
  return lenses.filter((lens, index) => lenses.findIndex(({ arn }) => arn === lens.arn) === index);
}

/** @throws AwsError ValidationException above the number that one call may name. */
export function checkLensCount(aliases: readonly string[]): void {
  if (aliases.length > LENSES_A_CALL)
    throw validationError(`at most ${LENSES_A_CALL} lenses can be specified`);
}

export function addReviews(scene: Scene, workload: WorkloadRecord, lenses: readonly PublishedLens[]): void {
  const now = scene.clock.now();
  const has = (lens: PublishedLens): boolean =>
    workload.reviews.some(({ lensKey }) => scene.records.lenses.get(lensKey)?.arn === lens.arn);
  const added = lenses.filter((lens) => !has(lens)).map((lens) => ({ lensKey: lens.key, updatedAt: now }));
  const updated = { ...workload, updatedAt: now, reviews: [...workload.reviews, ...added] };
  checkReviews(updated);
  scene.records.workloads.set(workload.id, updated);
}

/** The answers go with the review. */
export function removeReviews(
  records: Records,
  workload: WorkloadRecord,
  lenses: readonly PublishedLens[],
  now: number,
): void {
  for (const lens of lenses) forgetAnswers(records, workload.id, lens);
  const gone = new Set(lenses.map((lens) => lens.key));
  const reviews = workload.reviews.filter(({ lensKey }) => !gone.has(lensKey));
  records.workloads.set(workload.id, { ...workload, updatedAt: now, reviews });
}

export function removeWorkload(records: Records, workload: WorkloadRecord): void {
  for (const { lensKey } of workload.reviews) {
    const lens = records.lenses.get(lensKey);
    if (lens !== undefined) forgetAnswers(records, workload.id, lens);
  }
  forgetMilestones(records, workload.id);
  records.workloads.delete(workload.id);
}

/** Makes every question of a review unanswered and without notes. */
export function forgetAnswers(records: Records, workloadId: string, lens: PublishedLens): void {
  for (const question of questionsOf(lens)) records.answers.delete(answerKey(workloadId, lens, question.id));
}

/** Moves UpdatedAt of a review and of its workload. */
export function touchReview(records: Records, { workload, review }: Review, now: number): void {
  const reviews = workload.reviews.map((each) => (each === review ? { ...each, updatedAt: now } : each));
  records.workloads.set(workload.id, { ...workload, updatedAt: now, reviews });
}

/** Without the members that are undefined. */
export function defined<T extends object>(details: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function checkReviews({ reviews }: WorkloadRecord): void {
  if (reviews.length > LENSES_A_WORKLOAD) {
    throw validationError(`a workload can have at most ${LENSES_A_WORKLOAD} lenses`);
  }
}
