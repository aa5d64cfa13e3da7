import type { Project } from '../model/project';
import { type Site, selfUrl } from '../site';
import { referenced } from '../tables';
import { issueTypeBean } from './issue-type';
import { avatarUrls, userBean } from './user';

/** A project as it stands on an issue and in lists. */
export function projectBean(site: Site, project: Project): Record<string, unknown> {
  return {
    self: selfUrl(site, `project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: project.style === 'next-gen',
    avatarUrls: avatarUrls(site, 'project', project.id),
  };
}

/** A project in search results, with what `expand` adds. */
export function projectSummary(
  site: Site,
  project: Project,
  expand: ReadonlySet<string>,
): Record<string, unknown> {
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectBean(site, project),
    style: project.style,
    isPrivate: false,
    properties: {},
    ...(project.style === 'next-gen' ? { uuid: project.uuid } : {}),
    ...(project.archived ? { archived: true } : {}),
    ...(expand.has('description') ? { description: '' } : {}),
    ...(expand.has('lead') ? { lead: userBean(site, project.leadAccountId) } : {}),
    ...(expand.has('issueTypes') ? { issueTypes: issueTypeBeans(site, project) } : {}),
  };
}

/** A project by itself, with everything. */
export function projectDetails(site: Site, project: Project): Record<string, unknown> {
  return {
    ...projectSummary(site, project, new Set(['description', 'lead', 'issueTypes'])),
    assigneeType: 'UNASSIGNED',
    components: [],
    versions: [],
    roles: {},
  };
}

function issueTypeBeans(site: Site, project: Project): Record<string, unknown>[] {
  return project.issueTypeIds.map((id) => issueTypeBean(site, referenced(site.tables.issueTypes, id)));
}
