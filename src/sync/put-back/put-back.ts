/** A run that puts back what runs did within the day, where it is still as they left it. */
import { because } from '../budget/reasons';
import { KINDS, type Kind } from '../budget/kinds';
import {
  pruned,
  withoutChanges,
  withStop,
  type RecentChange,
  type RecentChanges,
} from '../budget/recent-changes';
import { LeaseLost } from '../../storage/fenced';
import type { SyncPorts, SyncRequest } from '../ports';
import { because as tell } from '../reasons';
import type { Reason } from '../../reason';
import { NO_PLAN, type SyncEnd } from '../sync-end';
import { NO_NOTES } from '../write-back/plan-notes';
import { Backing } from './backing';
import { chooseBack } from './choose-back';
import { elsewhere, livesElsewhere } from './elsewhere';
import { linksBefore } from './links-before';
import { moveBack } from './move-back';

/**
 * Choices and issues become what they were before the changes that are remembered, each where it is still as the app
 * left it: read directly before, and told where not. From then on changes of these kinds wait until a person confirms
 * them, since the next run would do the same again. May be called again after it stopped anywhere. A block that left
 * the notes is not put back: its Task is gone.
 *
 * @throws Pause, LeaseLost, `UpstreamError`, as `runSync` does
 */
export async function putBack(request: SyncRequest, ports: SyncPorts): Promise<SyncEnd> {
  const { workloadArn } = request;
  const workload = await ports.source.workload(workloadArn);
  const before = pruned(await ports.recentChanges.load(workloadArn), ports.now());
  const changes = before.changes.filter(({ issueId }) => issueId !== undefined);
  if (await livesElsewhere(changes, request, ports)) return elsewhere(request, workload.name);
  const kinds = KINDS.filter((kind) => changes.some((change) => change.kind === kind));
  const stopped = withStop(before, kinds, ports.now());
  await ports.recentChanges.save(workloadArn, stopped);
  const work = new Backing(request, ports, changes.length);
  for (const change of before.changes)
    if (change.kind === 'blocksRemoved') work.notice(change, tell('block-stays-out'));
  const why = whyOf(stopped, request);
  try {
    await undo(changes, stopped, work);
  } catch (error) {
    ports.leave?.({ ...endOf(work, workload.name, why), isIncomplete: true });
    throw error;
  }
  return endOf(work, workload.name, why);
}

/** Every kind that waits from now on; without a number where an earlier invocation has put back a part of them. */
function whyOf({ stopped, changes }: RecentChanges, { tally }: SyncRequest): readonly Reason[] {
  const goesOn = tally.reopened + tally.closed + tally.chosen > 0;
  const of = (kind: Kind) => changes.filter((change) => change.kind === kind).length;
  return stopped.map(({ kind }) => because('kind-waits', { kind, changes: goesOn ? 0 : of(kind) }));
}

/**
 * Links are as before the changes while these are put back: an invocation that dies leaves nothing that the next run
 * would take for people's doing.
 */
async function undo(changes: readonly RecentChange[], recent: RecentChanges, work: Backing): Promise<void> {
  const { ports, request } = work;
  const { workloadArn, projectId } = request;
  const { projectId: home = projectId, links } = await ports.links.load(workloadArn);
  const save = (isBack: (change: RecentChange) => boolean) =>
    ports.links.save(workloadArn, home, linksBefore(links, changes.filter(isBack), workloadArn));
  await save(() => true);
  let isOurs = true;
  try {
    await chooseBack(changes, work);
    await moveBack(changes, links, work);
  } catch (error) {
    isOurs = !(error instanceof LeaseLost);
    throw error;
  } finally {
    if (isOurs) {
      await save((change) => work.done.has(change));
      await ports.recentChanges.save(workloadArn, withoutChanges(recent, work.done));
      await work.report();
    }
  }
}

function endOf({ tally, failed, notices }: Backing, workloadName: string, why: readonly Reason[]): SyncEnd {
  return {
    ...{ kind: 'applied', plan: NO_PLAN, notes: NO_NOTES, workloadName },
    why: why.length > 0 ? why : undefined,
    created: { epics: 0, tasks: 0, subtasks: 0 },
    ...{ tally, failed, conflicts: [], notices },
    ...{ isIncomplete: false, sawAll: undefined },
  };
}
