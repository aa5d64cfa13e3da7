/** Which of the figures that are known of a workload are shown. Pure. */
import type { ReviewOverview, StoredRisks } from '../../../../../../src/contract';

/**
 * The newer of both reviews; and the total where it is newer than that, since the review has totals of its own.
 *
 * @param asked what AWS said to somebody on this page
 */
export function newestRisks({ total, review }: StoredRisks, asked: ReviewOverview | undefined): StoredRisks {
  const newest = asked && (!review || timeOf(asked.readAt) > timeOf(review.readAt)) ? asked : review;
  const isTotalNewer = total && (!newest || timeOf(total.at) > timeOf(newest.readAt));
  return { ...(isTotalNewer ? { total } : {}), ...(newest ? { review: newest } : {}) };
}

function timeOf(iso: string): number {
  return Date.parse(iso);
}
