/** Milestones of a linked workload: listed, and compared with one another and with now. */
import type { Contract, MilestoneView } from '../contract';
import { whenAll } from '../in-flight';
import { compareStates } from '../milestones/compare';
import { Refusal } from '../refusal';
import { MOST_MILESTONES, type Milestone } from '../wellarchitected/milestones';
import { administersProject, type AdministersPorts, type ProjectCaller } from './caller';
import {
  openLinkedReview,
  readForEverybody,
  type LinkedReview,
  type OpenLinkedReviewPorts,
} from './linked-review';
import { because } from './reasons';

export async function listMilestones(
  { workloadArn }: Contract['milestone.list']['payload'],
  caller: ProjectCaller,
  ports: OpenLinkedReviewPorts & AdministersPorts,
): Promise<Contract['milestone.list']['result']> {
  const review = await openLinkedReview(workloadArn, caller, ports);
  const [milestones, administers] = await whenAll([
    milestonesOf(review),
    administersProject(caller.project, ports),
  ]);
  return {
    milestones: milestones.map(viewOf),
    most: MOST_MILESTONES,
    maySave: administers && review.connection.access === 'read-write',
  };
}

/** Two calls, and one for each page of answers and state. */
export async function compareMilestones(
  { workloadArn, before, after }: Contract['milestone.compare']['payload'],
  caller: ProjectCaller,
  ports: OpenLinkedReviewPorts,
): Promise<Contract['milestone.compare']['result']> {
  const review = await openLinkedReview(workloadArn, caller, ports);
  const known = await milestonesOf(review);
  const named = (number: number): Milestone => {
    const milestone = known.find((each) => each.number === number);
    if (milestone === undefined) throw new Refusal('not-found', because('no-such-milestone', { number }));
    return milestone;
  };
  const earlier = named(before);
  const later = after === undefined ? undefined : named(after);
  const [was, is] = await readForEverybody(() =>
    whenAll([review.reads.stateAt(workloadArn, before), review.reads.stateAt(workloadArn, after)]),
  );
  return {
    before: viewOf(earlier),
    ...(later === undefined ? {} : { after: viewOf(later) }),
    ...compareStates(was, is),
  };
}

/** All of the workload's, by number. */
export function milestonesOf({ workload, reads }: LinkedReview): Promise<readonly Milestone[]> {
  return readForEverybody(() => reads.milestones(workload.arn));
}

function viewOf({ number, name, recordedAt, riskCounts }: Milestone): MilestoneView {
  return { number, name, recordedAt: new Date(recordedAt).toISOString(), riskCounts };
}
