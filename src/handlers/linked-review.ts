/** The review of a workload that a project links, for everybody who sees the project. */
import { randomUUID } from 'node:crypto';
import { withoutConnectionFacts } from '../connection/connection-facts';
import type { Connection } from '../connection/model';
import { openReviewSource } from '../connection/open-review-source';
import type { LinkedWorkload } from '../linked-workloads/model';
import { isFresh, type KnownReview } from '../reviews/review-memory';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn, type WorkloadRef } from '../wellarchitected/arn';
import type { PageReads } from '../wellarchitected/page-reads';
import { Refusal } from './answer';
import type { ProjectCaller } from './caller';
import { reviewMemory } from './forge';
import { linkOf } from './link-of';
import { examineLink } from './link-state';

export interface LinkedReview {
  readonly workload: WorkloadRef;
  readonly connection: Connection;
  readonly reads: PageReads;
}

/** Throws Refusal for a workload that the project does not link, or whose link is not active; nothing is sent. */
export async function openLinkedReview(
  workloadArn: string,
  { project, site }: Pick<ProjectCaller, 'project' | 'site'>,
): Promise<LinkedReview> {
  const link = await linkOf(project, workloadArn);
  const { state, connection } = await examineLink(link, project);
  if (state.code !== 'active' || !connection) throw new Refusal('conflict', state.message);
  return openReview(link, connection, site);
}

/** As `openLinkedReview`, of a link that was found active. */
export async function openReview(
  { workloadArn }: Pick<LinkedWorkload, 'workloadArn'>,
  connection: Connection,
  site: string,
): Promise<LinkedReview> {
  const workload = parseWorkloadArn(workloadArn);
  if (!workload) throw new Refusal('invalid', 'This is not the ARN of a workload.');
  const run = { runId: `page-${randomUUID()}`, site };
  const reads = await forEverybody(() => openReviewSource(connection.id, workload.region, run));
  return { workload, connection, reads };
}

/** The risks as they are within the last minute; fifty people who look at them cost AWS one read. */
export async function currentReview(review: LinkedReview): Promise<KnownReview> {
  const known = await reviewMemory.load(review.workload.arn);
  return known && isFresh(known, Date.now()) ? known : readReview(review);
}

/** Names of lenses and pillars, which hardly change: as they were within a day or two. */
export async function namedReview(review: LinkedReview, lens: string): Promise<KnownReview> {
  const known = await reviewMemory.load(review.workload.arn);
  return known?.lenses.some(({ identity }) => identity === lens) ? known : readReview(review);
}

async function readReview({ workload, reads }: LinkedReview): Promise<KnownReview> {
  const readAt = Date.now();
  const lenses = await forEverybody(() => reads.lenses(workload.arn));
  const known = {
    readAt,
    lenses: lenses.map((lens) => ({ ...lens, pillars: lens.pillars.map((pillar) => ({ ...pillar })) })),
  };
  await reviewMemory.save(workload.arn, known);
  return known;
}

/** What AWS says of a failure, without what is for those who manage the connection. */
export async function forEverybody<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    throw new UpstreamError(withoutConnectionFacts(error.message), error.details, { cause: error });
  }
}
