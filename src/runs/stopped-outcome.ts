/** What a run did that failed, or that a person ended: what was done is told, however it ended. */
import type { RunOutcome } from '../contract';
import type { LinkStore } from '../links/link-store';
import { ifReadable } from '../storage/problems';
import { NO_PLAN, type Unfinished } from '../sync/sync-end';
import { createdBy } from '../sync/tally';
import { NO_NOTES } from '../sync/write-back/plan-notes';
import type { Run } from './model';
import { outcomeOf, shownPlan } from './outcome';
import type { RunStore } from './run-store';

export interface StoppedOutcomePorts {
  readonly runs: Pick<RunStore, 'loadShown' | 'saveOutcome'>;
  readonly openLinks: () => LinkStore;
}

/**
 * Stores and answers the outcome. Without `unfinished`, because the run's last invocation ended before it had a plan
 * or died, issues are counted from the links and all else from the run's tally, and of what failed nothing is known.
 * Where links cannot be read there is no outcome: that nothing was made would be a guess.
 *
 * @param run as it was last reported @param unfinished as its last invocation left its plan
 */
export async function saveStoppedOutcome(
  run: Run,
  unfinished: Unfinished | undefined,
  { runs, openLinks }: StoppedOutcomePorts,
): Promise<RunOutcome | undefined> {
  const end = unfinished ?? (await fromStorage(run, openLinks()));
  if (end === undefined) return undefined;
  const shown = (await runs.loadShown(run.id)) ?? shownPlan(end.plan, end.notes, 0);
  const outcome = outcomeOf({ ...end, kind: 'stopped' }, shown, run.calls);
  await runs.saveOutcome(run.id, outcome);
  return outcome;
}

async function fromStorage(run: Run, links: Pick<LinkStore, 'load'>): Promise<Unfinished | undefined> {
  const stored = await ifReadable(links.load(run.workloadArn));
  if (stored === undefined) return undefined;
  return {
    ...{ plan: NO_PLAN, notes: NO_NOTES, workloadName: run.workloadName, why: undefined },
    created: createdBy(run.id, stored.links.values()),
    ...{ tally: run.tally, failed: [], conflicts: [], notices: [] },
    ...{ isIncomplete: true, sawAll: undefined },
  };
}
