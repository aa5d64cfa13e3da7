import type { IssueType } from '../model/issue-type';
import { type Site, selfUrl } from '../site';
import { scopeBean } from './scope';

/** The document's IssueTypeDetails. */
export function issueTypeBean(site: Site, type: IssueType): Record<string, unknown> {
  return {
    self: selfUrl(site, `issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: selfUrl(site, `universal_avatar/view/type/issuetype/avatar/${type.avatarId}?size=medium`),
    name: type.name,
    ...(type.untranslatedName === undefined ? {} : { untranslatedName: type.untranslatedName }),
    subtask: type.hierarchyLevel < 0,
    avatarId: type.avatarId,
    hierarchyLevel: type.hierarchyLevel,
    ...scopeBean(type.projectId),
  };
}
