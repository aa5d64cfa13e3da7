/** How the API shows workloads and lens reviews. Times are epoch seconds, as REST-JSON writes them. */
import { partitionOf } from '../regions';
import { countRisks, type RiskCounts } from './answers';
import { isNewest, lensOf, questionsOf, versionedArn } from './lens-catalogue';
import type { Scene } from './operation';
import type { PublishedLens, ReviewRecord, WorkloadRecord } from './records';

export function epochSeconds(ms: number): number {
  return ms / 1000;
}

/** An official lens has an ARN in each partition. */
export function lensArn(scene: Scene, lens: PublishedLens): string {
  const arn = scene.versionedLensArns ? versionedArn(lens) : lens.arn;
  return lens.officialAlias === undefined
    ? arn
    : arn.replace('arn:aws:', `arn:${partitionOf(scene.region)}:`);
}

export function workloadView(scene: Scene, workload: WorkloadRecord): unknown {
  return { ...workload.details, ...workloadCore(scene, workload) };
}

export function workloadSummary(scene: Scene, workload: WorkloadRecord): unknown {
  const { WorkloadName, ImprovementStatus } = workload.details;
  return { WorkloadName, ImprovementStatus, ...workloadCore(scene, workload) };
}

export function lensReviewSummary(scene: Scene, workload: WorkloadRecord, review: ReviewRecord): unknown {
  return lensReviewCore(scene, workload, review);
}

export function lensReviewView(scene: Scene, workload: WorkloadRecord, review: ReviewRecord): unknown {
  const lens = lensOf(scene.records, review.lensKey);
  return {
    ...lensReviewCore(scene, workload, review),
    PillarReviewSummaries: lens.pillars.map((pillar) => ({
      PillarId: pillar.id,
      PillarName: pillar.name,
      RiskCounts: countRisks(scene.records, workload.id, lens, pillar.questions),
    })),
  };
}

function workloadCore(scene: Scene, workload: WorkloadRecord): object {
  const lenses = workload.reviews.map((review) => lensOf(scene.records, review.lensKey));
  const counts = lenses.map((lens) => countRisks(scene.records, workload.id, lens, questionsOf(lens)));
  return {
    WorkloadId: workload.id,
    WorkloadArn: workload.arn,
    Owner: workload.owner,
    UpdatedAt: epochSeconds(workload.updatedAt),
    Lenses: lenses.map((lens) => lens.alias),
    RiskCounts: sum(counts),
  };
}

function lensReviewCore(scene: Scene, workload: WorkloadRecord, review: ReviewRecord): object {
  const lens = lensOf(scene.records, review.lensKey);
  return {
    LensAlias: lens.alias,
    LensArn: lensArn(scene, lens),
    LensVersion: lens.version,
    LensName: lens.name,
    LensStatus: isNewest(scene.records, lens) ? 'CURRENT' : 'NOT_CURRENT',
    UpdatedAt: epochSeconds(review.updatedAt),
    RiskCounts: countRisks(scene.records, workload.id, lens, questionsOf(lens)),
  };
}

function sum(all: readonly RiskCounts[]): RiskCounts {
  const total: RiskCounts = {};
  for (const counts of all) {
    for (const risk of ['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'] as const) {
      const count = counts[risk];
      if (count !== undefined) total[risk] = (total[risk] ?? 0) + count;
    }
  }
  return total;
}
