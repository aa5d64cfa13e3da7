/** Settings that name done statuses: each has to be one that the project has, of whatever issue type. */
import type { LinkSettings } from '../contract';
import type { ProjectRef } from '../jira/model';
import type { ProjectExaminer } from '../jira/project-examiner';
import { Refusal } from '../refusal';
import { because } from './reasons';

export interface StatusesPorts {
  readonly projectExaminer: Pick<ProjectExaminer, 'doneStatuses'>;
}

/**
 * Asks Jira only about what is new, as for issue types: a status that is gone since it was saved keeps nobody from
 * saving other settings.
 *
 * @throws Refusal, and `UpstreamError` where Jira does not say
 */
export async function refuseUnknownStatuses(
  before: LinkSettings,
  after: LinkSettings,
  { id: projectId, key: project }: ProjectRef,
  { projectExaminer }: StatusesPorts,
): Promise<void> {
  const known = new Set(statusesIn(before));
  const added = statusesIn(after).filter((id) => !known.has(id));
  if (added.length === 0) return;
  const types = [...(await projectExaminer.doneStatuses(projectId)).values()];
  const offered = new Map(types.flatMap(({ statuses }) => statuses.map(({ id, name }) => [id, name])));
  const id = added.find((each) => !offered.has(each));
  if (id === undefined) return;
  const names = [...offered].map(([statusId, name]) => `${name} (${statusId})`);
  throw new Refusal('invalid', because('done-status-not-offered', { project, id, offered: names }));
}

function statusesIn({ doneStatusId, resolveSelects }: LinkSettings): readonly string[] {
  const { implemented = [], notApplicable = [] } = resolveSelects ?? {};
  const named = [...implemented, ...notApplicable].flatMap((each) =>
    'statusId' in each ? [each.statusId] : [],
  );
  return doneStatusId === undefined ? named : [doneStatusId, ...named];
}
