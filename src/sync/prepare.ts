import type { ProjectProfile } from '../jira/model';
import type { Create, Plan } from '../plan/plan';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';

/** What the creates of a plan need to know of their projects. */
export interface Prepared {
  readonly profiles: ReadonlyMap<string, ProjectProfile>;
  /** A lower bound of each project's highest issue number. */
  readonly lastNumbers: ReadonlyMap<string, number>;
  /** Everything that would make a create fail, each named. */
  readonly problems: readonly string[];
}

/** Checks each project that will get issues before anything is written. A plan without creates needs none. */
export async function prepare(
  plan: Plan,
  request: SyncRequest,
  reading: Reading,
  ports: SyncPorts,
): Promise<Prepared> {
  const creates = plan.changes.filter((change): change is Create => change.kind === 'create');
  const keys = [...new Set(creates.map(({ projectKey }) => projectKey))];
  const profiles = new Map<string, ProjectProfile>();
  const lastNumbers = new Map<string, number>();
  const problems: string[] = [];
  for (const key of keys) {
    const answer = await ports.jira.profile(key);
    if (answer.kind === 'blocked') {
      problems.push(...answer.problems);
      continue;
    }
    profiles.set(key, answer.profile);
    if (request.mode === 'sync') lastNumbers.set(key, await lastNumber(key, reading, ports));
  }
  return { profiles, lastNumbers, problems };
}

/** The index lags, so what was read of our own issues can be further on than it is. */
async function lastNumber(projectKey: string, { issues }: Reading, { jira }: SyncPorts): Promise<number> {
  const ours = issues
    .filter((issue) => issue.projectKey === projectKey)
    .map(({ key }) => Number(key.slice(key.lastIndexOf('-') + 1)));
  return Math.max(await jira.lastNumber(projectKey), 0, ...ours);
}
