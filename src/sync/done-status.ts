import { LEVELS } from '../jira/jira';
import type { Level } from '../jira/model';
import type { Reason } from '../reason';
import type { Change } from '../review-entries/entry';
import type { SyncPorts, SyncRequest } from './ports';
import { because } from './reasons';

/**
 * Asks which done status closes an issue, where this plan closes some, their project has several, and the
 * settings name none: a question for each project and level, before anything is written. Which of them a
 * workflow reaches from where an issue stands is not looked at: what is right today could be wrong tomorrow.
 */
export async function askDoneStatus(
  changes: readonly Change[],
  { settings, projectId, projectKey }: SyncRequest,
  { jira }: Pick<SyncPorts, 'jira'>,
): Promise<readonly Reason[]> {
  if (settings.doneStatusId !== undefined) return [];
  const problems: Reason[] = [];
  for (const [project, levels] of closedLevels(changes)) {
    const statuses = await jira.doneStatuses(project, { ...settings, elsewhere: project !== projectId });
    const where = project === projectId ? ('here' as const) : ('elsewhere' as const);
    for (const level of LEVELS) {
      if (!levels.has(level) || statuses[level].length < 2) continue;
      const offered = statuses[level].map(({ name, id }) => `${name} (${id})`);
      problems.push(
        because('several-done-statuses', { where, project: projectKey, level, statuses: offered }),
      );
    }
  }
  return problems;
}

/** Levels of the issues that are to be closed, by project id. */
function closedLevels(changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<Level>> {
  const found = new Map<string, Set<Level>>();
  for (const change of changes) {
    const project = closedIn(change);
    if (project === undefined) continue;
    found.set(project, (found.get(project) ?? new Set()).add(change.entry.level));
  }
  return found;
}

function closedIn(change: Change): string | undefined {
  if (change.kind === 'close') return change.issue.projectId;
  return change.kind === 'create' && change.thenClose !== undefined ? change.projectId : undefined;
}
