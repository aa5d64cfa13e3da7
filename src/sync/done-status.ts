import type { Named, ProjectProfile } from '../jira/model';
import type { Reason } from '../reason';
import type { Change } from '../review-entries/entry';
import type { SyncPorts, SyncRequest } from './ports';
import { because } from './reasons';

/**
 * Asks which done status closes an issue, where this plan closes some, the workflow of their own type has several, and
 * the settings name none: a question for each project and issue type, before anything is written. An issue keeps its
 * type, whatever type settings name today for those to come. Which of the statuses a workflow reaches from where an
 * issue stands is not looked at: what is right today could be wrong tomorrow.
 *
 * @param profiles of the projects in which issues are made, by id
 */
export async function askDoneStatus(
  changes: readonly Change[],
  { settings, projectId, projectKey }: SyncRequest,
  profiles: ReadonlyMap<string, ProjectProfile>,
  { jira }: Pick<SyncPorts, 'jira'>,
): Promise<readonly Reason[]> {
  if (settings.doneStatusId !== undefined) return [];
  const problems: Reason[] = [];
  for (const [project, types] of closedTypes(changes, profiles)) {
    const done = await jira.doneStatuses(project);
    const where = project === projectId ? ('here' as const) : ('elsewhere' as const);
    for (const typeId of types) {
      const type = done.get(typeId);
      if (type === undefined || type.statuses.length < 2) continue;
      const of = { where, project: projectKey, type: type.name };
      problems.push(because('several-done-statuses', { ...of, statuses: type.statuses.map(offered) }));
    }
  }
  return problems;
}

function offered({ id, name }: Named): string {
  return `${name} (${id})`;
}

/** Ids of issue types by project id. What is made and then closed has the type that its project's profile says. */
function closedTypes(
  changes: readonly Change[],
  profiles: ReadonlyMap<string, ProjectProfile>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const change of changes) {
    const closed = closedIn(change, profiles);
    if (closed?.typeId === undefined) continue;
    found.set(closed.projectId, (found.get(closed.projectId) ?? new Set()).add(closed.typeId));
  }
  return found;
}

function closedIn(change: Change, profiles: ReadonlyMap<string, ProjectProfile>) {
  if (change.kind === 'close') {
    const { projectId, issueType } = change.issue;
    return { projectId, typeId: issueType.id };
  }
  if (change.kind !== 'create' || change.thenClose === undefined) return undefined;
  const { projectId, entry } = change;
  return { projectId, typeId: profiles.get(projectId)?.issueTypes[entry.level] };
}
