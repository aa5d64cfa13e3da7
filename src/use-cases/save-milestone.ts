/** Saves a milestone of a linked workload; the same form sent again finds what it saved. */
import type { AuditStore } from '../audit/audit-store';
import { because as tell } from '../audit/reasons';
import { type AuditPorts, type Deed, record } from '../audit/record';
import { chainOfDeed } from '../audit/to-entries';
import type { Contract } from '../contract';
import { isSameName } from '../milestones/names';
import { Refusal } from '../refusal';
import { UpstreamError } from '../upstream-error';
import { MOST_MILESTONES, type Milestone } from '../wellarchitected/milestones';
import type { ProjectCaller } from './caller';
import {
  openLinkedReview,
  readForEverybody,
  type LinkedReview,
  type OpenLinkedReviewPorts,
} from './linked-review';
import { milestonesOf } from './milestones';
import { because } from './reasons';

export interface SaveMilestonePorts extends OpenLinkedReviewPorts, AuditPorts {
  readonly audit: Pick<AuditStore, 'add' | 'ofChain'>;
  readonly isLicensed: () => boolean;
}

type Payload = Contract['milestone.save']['payload'];

/**
 * Nothing is lost where AWS keeps no more (its API deletes no milestone): the refusal comes before anything is sent.
 *
 * Where a milestone has exactly this name, an earlier request of the same form may have made it, whose answer was lost:
 * it is sent all the same, with its token, and AWS answers the number that it has, or refuses the name.
 */
export async function saveMilestone(
  { workloadArn, name, token }: Payload,
  caller: ProjectCaller,
  ports: SaveMilestonePorts,
): Promise<Contract['milestone.save']['result']> {
  if (!ports.isLicensed()) throw new Refusal('conflict', because('unlicensed'));
  const review = await openLinkedReview(workloadArn, caller, ports);
  if (review.connection.access === 'read-only')
    throw new Refusal('conflict', because('connection-reads-only'));
  const known = await milestonesOf(review);
  const same = known.find((milestone) => isSameName(milestone.name, name));
  if (same !== undefined && same.name !== name) throw taken(same);
  if (same === undefined && known.length >= MOST_MILESTONES)
    throw new Refusal('conflict', because('milestones-full', { most: MOST_MILESTONES }));
  const number = await send(review, name, token);
  const deed = savedBy(caller, workloadArn, { number, name });
  if (number !== same?.number || !(await isTold(deed, ports))) await record(caller.accountId, deed, ports);
  return { number };
}

/** A conflict is told as a name that is taken, where it is: also by somebody who was faster. */
async function send(review: LinkedReview, name: string, token: string): Promise<number> {
  try {
    return await readForEverybody(() => review.reads.saveMilestone(review.workload.arn, name, token));
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.details.code !== 'ConflictException') throw error;
    const same = (await milestonesOf(review)).find((milestone) => isSameName(milestone.name, name));
    throw same === undefined ? error : taken(same);
  }
}

function taken({ name, number }: Milestone): Refusal {
  return new Refusal('conflict', because('milestone-name-taken', { name, number }));
}

function savedBy(
  { project }: ProjectCaller,
  workload: string,
  milestone: Pick<Milestone, 'number' | 'name'>,
): Deed & { readonly projectId: string } {
  return {
    action: 'milestone.saved',
    target: tell('target-workload', { workload }),
    projectId: project.id,
    change: tell('milestone-saved', milestone),
  };
}

/** Few enough to read, of whatever size; a call that is repeated follows upon the first within moments. */
const NEWEST = 30;

/** Whether one of the newest entries of the workload tells of it, as far as the index has them by now. */
async function isTold(deed: ReturnType<typeof savedBy>, { audit }: SaveMilestonePorts): Promise<boolean> {
  const { number } = deed.change.params;
  const { entries: newest } = await audit.ofChain(chainOfDeed(deed), undefined, NEWEST);
  return newest.some(
    ({ action, change }) =>
      action === deed.action && (change as Partial<Deed['change']> | undefined)?.params?.number === number,
  );
}
