/** Risks of linked workloads as the app has stored them, with their age: AWS is not asked. */
import { listedRisks, type ListedRisks, type ListedRisksPorts } from '../automatic/listed-risks';
import type { StoredRisks } from '../contract/reviews';
import type { LinkedWorkload } from '../linked-workloads/model';
import type { KnownReview, ReviewMemory } from '../reviews/review-memory';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { toReviewOverview } from './review-overview';

export interface StoredRisksPorts extends ListedRisksPorts {
  readonly reviewMemory: Pick<ReviewMemory, 'load'>;
}

/** By workload ARN: all that is known, whether the link is active or not. */
export async function storedRisks(
  links: readonly LinkedWorkload[],
  ports: StoredRisksPorts,
): Promise<ReadonlyMap<string, StoredRisks>> {
  const regions = [...new Set(links.map(regionOf))];
  const [reviews, listed] = await Promise.all([
    Promise.all(links.map(({ workloadArn }) => ports.reviewMemory.load(workloadArn))),
    Promise.all(
      regions.map((region) =>
        listedIn(
          links.filter((link) => regionOf(link) === region),
          ports,
        ),
      ),
    ),
  ]);
  const listedOf = (link: LinkedWorkload) => listed[regions.indexOf(regionOf(link))];
  return new Map(links.map((link, nth) => [link.workloadArn, risksOf(link, reviews[nth], listedOf(link))]));
}

/** The connection and Region whose poll tells of the workload. */
function regionOf({ connectionId, workloadArn }: LinkedWorkload): string {
  return `${connectionId} ${parseWorkloadArn(workloadArn)?.region}`;
}

async function listedIn(
  links: readonly LinkedWorkload[],
  ports: ListedRisksPorts,
): Promise<ListedRisks | undefined> {
  const arns = links.map(({ workloadArn }) => workloadArn);
  const region = parseWorkloadArn(arns[0] ?? '')?.region;
  return region === undefined ? undefined : listedRisks(links[0]?.connectionId ?? '', region, arns, ports);
}

/** What a review said of each lens, and what a listing said of all together where that is newer. */
function risksOf(
  { workloadArn }: LinkedWorkload,
  known: KnownReview | undefined,
  listed: ListedRisks | undefined,
): StoredRisks {
  const workload = parseWorkloadArn(workloadArn);
  const counts = listed?.counts.get(workloadArn);
  const isNewer = listed !== undefined && listed.at > (known?.readAt ?? 0);
  return {
    ...(counts && isNewer ? { total: { risks: counts, at: new Date(listed.at).toISOString() } } : {}),
    ...(known && workload ? { review: toReviewOverview(workload, known) } : {}),
  };
}
