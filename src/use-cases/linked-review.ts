/** The review of a workload that a project links, for everybody who sees the project. */
import type { Clock } from '../clock';
import type { AwsAccess } from '../connection/aws-access';
import type { Connection } from '../connection/model';
import { linkOf } from '../linked-workloads/link-of';
import { examineLink, type LinkStatePorts } from '../linked-workloads/link-state';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { LinkedWorkload } from '../linked-workloads/model';
import { Refusal } from '../refusal';
import { hasNames, isFresh, type KnownReview, type ReviewMemory } from '../reviews/review-memory';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn, type WorkloadRef } from '../wellarchitected/arn';
import type { Milestones } from '../wellarchitected/milestones';
import type { PageReads } from '../wellarchitected/page-reads';
import type { ProjectCaller } from './caller';
import { forViewers } from './for-viewers';
import { because } from './reasons';

export interface LinkedReview {
  readonly workload: WorkloadRef;
  readonly connection: Connection;
  readonly reads: PageReads & Milestones;
}

export interface OpenReviewPorts {
  readonly aws: Pick<AwsAccess, 'openReviews'>;
  readonly newId: () => string;
}

export interface OpenLinkedReviewPorts extends OpenReviewPorts, LinkStatePorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'>;
}

/** Throws Refusal for a workload that the project does not link, or whose link is not active; nothing is sent. */
export async function openLinkedReview(
  workloadArn: string,
  { project, site }: Pick<ProjectCaller, 'project' | 'site'>,
  ports: OpenLinkedReviewPorts,
): Promise<LinkedReview> {
  const link = await linkOf(project, workloadArn, ports);
  const { state, connection } = await examineLink(link, project, ports);
  if (state.code !== 'active' || !connection) throw new Refusal('conflict', state.reason);
  return openReview(link, connection, site, ports);
}

/** As `openLinkedReview`, of a link that was found active. */
export async function openReview(
  { workloadArn }: Pick<LinkedWorkload, 'workloadArn'>,
  connection: Connection,
  site: string,
  { aws, newId }: OpenReviewPorts,
): Promise<LinkedReview> {
  const workload = parseWorkloadArn(workloadArn);
  if (!workload) throw new Refusal('invalid', because('no-workload-arn'));
  const run = { runId: `page-${newId()}`, site };
  const reads = await readForEverybody(() => aws.openReviews(connection.id, workload.region, run));
  return { workload, connection, reads };
}

export interface KnownReviewPorts {
  readonly reviewMemory: ReviewMemory;
  readonly clock: Clock;
}

/** The risks as they are within the last minute; fifty people who look at them cost AWS one read. */
export async function currentReview(review: LinkedReview, ports: KnownReviewPorts): Promise<KnownReview> {
  const known = await ports.reviewMemory.load(review.workload.arn);
  return known && isFresh(known, ports.clock.now()) ? known : readReview(review, ports);
}

/** Names of lenses and pillars, which hardly change: as they were within a day or two. */
export async function namedReview(
  review: LinkedReview,
  lens: string,
  ports: KnownReviewPorts,
): Promise<KnownReview> {
  const known = await ports.reviewMemory.load(review.workload.arn);
  const isKnown = known?.lenses.some(({ identity }) => identity === lens);
  return known && isKnown && hasNames(known, ports.clock.now()) ? known : readReview(review, ports);
}

async function readReview(
  { workload, reads }: LinkedReview,
  { reviewMemory, clock }: KnownReviewPorts,
): Promise<KnownReview> {
  const readAt = clock.now();
  const lenses = await readForEverybody(() => reads.lenses(workload.arn));
  const known = {
    readAt,
    lenses: lenses.map((lens) => ({ ...lens, pillars: lens.pillars.map((pillar) => ({ ...pillar })) })),
  };
  await reviewMemory.save(workload.arn, known);
  return known;
}

/** What AWS says of a failure, without what is for those who manage the connection. */
export async function readForEverybody<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    throw new UpstreamError(forViewers(error.reason), error.details, { cause: error });
  }
}
