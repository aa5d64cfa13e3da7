/** Milestones of a linked workload: listed, saved, compared with one another and with now. */
import { type AuditPorts, record } from '../audit/record';
import { because as tell } from '../audit/reasons';
import type { Contract, MilestoneView } from '../contract';
import { whenAll } from '../in-flight';
import { compareStates } from '../milestones/compare';
import { isSameName } from '../milestones/names';
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

/** Nothing is lost where AWS keeps no more (its API deletes no milestone): the refusal comes before anything is sent. */
export async function saveMilestone(
  { workloadArn, name, token }: Contract['milestone.save']['payload'],
  caller: ProjectCaller,
  ports: OpenLinkedReviewPorts & AuditPorts,
): Promise<Contract['milestone.save']['result']> {
  const review = await openLinkedReview(workloadArn, caller, ports);
  if (review.connection.access === 'read-only')
    throw new Refusal('conflict', because('connection-reads-only'));
  const known = await milestonesOf(review);
  const same = known.find((milestone) => isSameName(milestone.name, name));
  if (same !== undefined)
    throw new Refusal('conflict', because('milestone-name-taken', { name: same.name, number: same.number }));
  if (known.length >= MOST_MILESTONES)
    throw new Refusal('conflict', because('milestones-full', { most: MOST_MILESTONES }));
  const number = await readForEverybody(() => review.reads.saveMilestone(workloadArn, name, token));
  const target = tell('target-workload', { workload: workloadArn });
  const change = tell('milestone-saved', { number, name });
  const projectId = caller.project.id;
  await record(caller.accountId, { action: 'milestone.saved', target, projectId, change }, ports);
  return { number };
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

function milestonesOf({ workload, reads }: LinkedReview): Promise<readonly Milestone[]> {
  return readForEverybody(() => reads.milestones(workload.arn));
}

function viewOf({ number, name, recordedAt, riskCounts }: Milestone): MilestoneView {
  return { number, name, recordedAt: new Date(recordedAt).toISOString(), riskCounts };
}
