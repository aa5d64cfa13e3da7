/** Whether a workload whose changes are to be put back belongs to another project. */
import type { SyncPorts, SyncRequest } from '../ports';
import { because as tell } from '../reasons';
import { NO_PLAN, type SyncEnd } from '../sync-end';
import { NO_NOTES } from '../write-back/plan-notes';
import type { RecentChange } from '../budget/recent-changes';

/** As for every run: the workload belongs to the project of its issues while one of them is there. */
export async function livesElsewhere(
  changes: readonly RecentChange[],
  { workloadArn, projectId }: SyncRequest,
  { links, jira }: SyncPorts,
): Promise<boolean> {
  const { projectId: home } = await links.load(workloadArn);
  if (home === undefined || home === projectId) return false;
  const issues = await jira.fetch(changes.flatMap(({ issueId }) => issueId ?? []));
  return issues.some((issue) => issue.projectId === home);
}

/** What a run ends with that another project's workload keeps from beginning. */
export function elsewhere({ tally }: SyncRequest, workloadName: string): SyncEnd {
  return {
    ...{ kind: 'blocked', plan: NO_PLAN, notes: NO_NOTES, workloadName, why: [tell('workload-elsewhere')] },
    ...{ created: { epics: 0, tasks: 0, subtasks: 0 }, tally, failed: [], conflicts: [], notices: [] },
    ...{ isIncomplete: false, sawAll: undefined },
  };
}
