import { mapInFlight } from '../in-flight';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import type { ProjectProfile } from '../jira/model';
import type { Reason } from '../reason';
import type { Create, Plan } from '../review-entries/entry';
import { askDoneStatus } from './done-status';
import type { SyncPorts, SyncRequest } from './ports';
import { readProjectToFill } from './project-to-fill';
import type { Reading } from './read';

/** What the creates of a plan need to know of their projects. */
export interface Prepared {
  /** By project id, as the next. */
  readonly profiles: ReadonlyMap<string, ProjectProfile>;
  /** A lower bound of each project's highest issue number. */
  readonly lastNumbers: ReadonlyMap<string, number>;
  /** Everything that would make a create fail, each named. */
  readonly problems: readonly Reason[];
}

/** Checks each project that will get issues, or see some closed, before anything is written. */
export async function prepare(
  plan: Plan,
  request: SyncRequest,
  reading: Reading,
  ports: SyncPorts,
): Promise<Prepared> {
  const creates = plan.changes.filter((change): change is Create => change.kind === 'create');
  const ids = [...new Set(creates.map(({ projectId }) => projectId))];
  const profiles = new Map<string, ProjectProfile>();
  const lastNumbers = new Map<string, number>();
  const problems: Reason[] = [];
  const projects = await mapInFlight(ids, JIRA_IN_FLIGHT, (id) => {
    const known = id === request.projectId ? reading.project : undefined;
    return known ? Promise.resolve(known) : readProjectToFill(id, request, ports);
  });
  for (const { profile, lastNumber, problems: own } of projects) {
    problems.push(...own);
    if (profile === undefined) continue;
    profiles.set(profile.id, profile);
    // The index lags, so what was read of our own issues can be further on than it is.
    if (lastNumber !== undefined)
      lastNumbers.set(profile.id, Math.max(lastNumber, ...numbersIn(profile.id, reading)));
  }
  problems.push(...(await askDoneStatus(plan.changes, request, profiles, ports)));
  return { profiles, lastNumbers, problems };
}

function numbersIn(projectId: string, { issues }: Reading): readonly number[] {
  return issues
    .filter((issue) => issue.projectId === projectId)
    .map(({ key }) => Number(key.slice(key.lastIndexOf('-') + 1)));
}
