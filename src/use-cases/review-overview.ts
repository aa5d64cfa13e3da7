/** What pages see of a review. Pure. */
import type { LensOverview, ReviewOverview } from '../contract/reviews';
import { pillarLabel } from '../jira/labels';
import type { WorkloadRef } from '../wellarchitected/arn';
import { consoleLink } from '../wellarchitected/console-link';
import type { KnownReview } from '../reviews/review-memory';

export function toReviewOverview(workload: WorkloadRef, { readAt, lenses }: KnownReview): ReviewOverview {
  return {
    workloadArn: workload.arn,
    readAt: new Date(readAt).toISOString(),
    consoleUrl: workloadUrl(workload),
    lenses: lenses.map(toLensOverview),
  };
}

/** The workload in AWS's console; its ARN names the account that owns it. */
export function workloadUrl({ id, region, account }: WorkloadRef): string {
  return consoleLink({ region, workloadId: id, owner: account });
}

function toLensOverview({ riskCounts, pillars, ...lens }: KnownReview['lenses'][number]): LensOverview {
  return {
    ...lens,
    risks: riskCounts,
    pillars: pillars.map((pillar) => ({
      id: pillar.id,
      name: pillar.name,
      label: pillarLabel(pillar.name),
      risks: pillar.riskCounts,
    })),
  };
}
