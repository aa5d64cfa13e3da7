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
  for (const id of ids) {
    const isOwn = id === request.projectId;
    const answer = await ports.jira.profile(id, { ...request.settings, elsewhere: !isOwn });
    if (answer.kind === 'blocked') {
      // Another project's configuration is nothing for the people of this one.
      problems.push(...(isOwn ? answer.problems : [because('issues-elsewhere')]));
      continue;
    }
    profiles.set(id, answer.profile);
    if (request.mode === 'sync') lastNumbers.set(id, await lastNumber(answer.profile, reading, ports));
  }
  problems.push(...(await askDoneStatus(plan.changes, request, profiles, ports)));
  return { profiles, lastNumbers, problems };
}

/** The index lags, so what was read of our own issues can be further on than it is. */
async function lastNumber(
  { id, key }: ProjectProfile,
  { issues }: Reading,
  { jira }: SyncPorts,
): Promise<number> {
  const ours = issues
    .filter((issue) => issue.projectId === id)
    .map((issue) => Number(issue.key.slice(issue.key.lastIndexOf('-') + 1)));
  return Math.max(await jira.lastNumber(key), 0, ...ours);
}
