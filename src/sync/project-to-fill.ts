import type { ProjectProfile } from '../jira/model';
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import type { SyncPorts, SyncRequest } from './ports';
import { because } from './reasons';

/** What creates need to know of a project that gets issues. */
export interface ProjectToFill {
  /** Absent where a create would fail. */
  readonly profile?: ProjectProfile;
  /** A lower bound of its highest issue number, as the index has it; absent of a preview. */
  readonly lastNumber?: number;
  /** Everything that would make a create fail, each named. */
  readonly problems: readonly Reason[];
}

/** What the run's own project is called is known: all is asked at once there. Throws `UpstreamError`. */
export async function readProjectToFill(
  id: string,
  { projectId, projectKey, mode, settings }: SyncRequest,
  { jira }: Pick<SyncPorts, 'jira'>,
): Promise<ProjectToFill> {
  const isOwn = id === projectId;
  const number = (key: string) => (mode === 'sync' ? jira.lastNumber(key) : Promise.resolve(undefined));
  const [profile, early] = await Promise.allSettled([
    jira.profile(id, { ...settings, elsewhere: !isOwn }),
    isOwn ? number(projectKey) : undefined,
  ]);
  if (profile.status === 'rejected') throw profile.reason;
  const answer = profile.value;
  // Another project's configuration is nothing for the people of this one.
  if (answer.kind === 'blocked') return { problems: isOwn ? answer.problems : [because('issues-elsewhere')] };
  if (early.status === 'rejected') throw early.reason;
  const last = isOwn ? early.value : await number(answer.profile.key);
  return { profile: answer.profile, problems: [], ...(last === undefined ? {} : { lastNumber: last }) };
}

/**
 * Of a workload that has no issue, whose plan will make some: the run's own project. What fails is asked again where it
 * is needed.
 */
export function readProjectAhead(
  request: SyncRequest,
  ports: Pick<SyncPorts, 'jira'>,
): Promise<ProjectToFill | undefined> {
  return readProjectToFill(request.projectId, request, ports).catch((error: unknown) => {
    if (error instanceof UpstreamError) return undefined;
    throw error;
  });
}
