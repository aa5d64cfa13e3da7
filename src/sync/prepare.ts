import { mapInFlight } from '../in-flight';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import type { ProjectProfile } from '../jira/model';
import type { Reason } from '../reason';
import type { Create, Plan } from '../review-entries/entry';
import { askDoneStatus } from './done-status';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';
import { because } from './reasons';

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
  const projects = await mapInFlight(ids, JIRA_IN_FLIGHT, (id) =>
    prepareProject(id, request, reading, ports),
  );
  for (const project of projects) {
    problems.push(...project.problems);
    if (project.profile === undefined) continue;
    profiles.set(project.profile.id, project.profile);
    if (project.lastNumber !== undefined) lastNumbers.set(project.profile.id, project.lastNumber);
  }
  problems.push(...(await askDoneStatus(plan.changes, request, profiles, ports)));
  return { profiles, lastNumbers, problems };
}

interface PreparedProject {
  readonly profile?: ProjectProfile;
  /** Absent of a preview. */
  readonly lastNumber?: number;
  readonly problems: readonly Reason[];
}

/** What the run's own project is called is known: both are asked at once there. */
async function prepareProject(
  id: string,
  request: SyncRequest,
  reading: Reading,
  ports: SyncPorts,
): Promise<PreparedProject> {
  const isOwn = id === request.projectId;
  const number = (key: string) =>
    request.mode === 'sync' ? lastNumber({ id, key }, reading, ports) : Promise.resolve(undefined);
  const [profile, early] = await Promise.allSettled([
    ports.jira.profile(id, { ...request.settings, elsewhere: !isOwn }),
    isOwn ? number(request.projectKey) : undefined,
  ]);
  if (profile.status === 'rejected') throw profile.reason;
  const answer = profile.value;
  // Another project's configuration is nothing for the people of this one.
  if (answer.kind === 'blocked') return { problems: isOwn ? answer.problems : [because('issues-elsewhere')] };
  if (early.status === 'rejected') throw early.reason;
  const last = isOwn ? early.value : await number(answer.profile.key);
  return { profile: answer.profile, problems: [], ...(last === undefined ? {} : { lastNumber: last }) };
}

/** The index lags, so what was read of our own issues can be further on than it is. */
async function lastNumber(
  { id, key }: Pick<ProjectProfile, 'id' | 'key'>,
  { issues }: Reading,
  { jira }: SyncPorts,
): Promise<number> {
  const ours = issues
    .filter((issue) => issue.projectId === id)
    .map((issue) => Number(issue.key.slice(issue.key.lastIndexOf('-') + 1)));
  return Math.max(await jira.lastNumber(key), 0, ...ours);
}
