import { mayInProject } from '../access/access';
import type { Project } from '../model/project';
import type { Call, Operation } from '../operation';
import { listAt } from '../query';
import { refusal } from '../refusal';
import { pageBean } from '../views/paging';
import { projectSummary } from '../views/project';

/** Documented limit of a page. */
const PAGE_LIMIT = 100;

/** What each `action` takes: any one of these permissions. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  view: ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'],
  browse: ['BROWSE_PROJECTS'],
  edit: ['ADMINISTER_PROJECTS'],
  create: ['CREATE_ISSUES'],
};

export const searchProjects: Operation = {
  method: 'GET',
  path: '/rest/api/3/project/search',
  unservedExpand: ['projectKeys', 'url', 'permissions'],
  anonymous: true,
  example: () => ({ query: 'expand=description,lead,issueTypes,insight' }),
  handle(call) {
    const permissions = ACTIONS[call.query.get('action') ?? 'view'];
    if (permissions === undefined) throw refusal(400, "The value of parameter 'action' is not valid.");
    const found = [...call.site.tables.projects.values()]
      .filter((project) => permitted(call, permissions, project) && matches(call.query, project))
      .sort(ordering(call.query.get('orderBy') ?? 'key'));
    const page = pageBean(call, found, 50, PAGE_LIMIT);
    const expand = new Set(listAt(call.query, 'expand') ?? []);
    const values = page.values.map((project) => projectSummary(call.site, project, expand));
    return { status: 200, body: { ...page, values } };
  },
};

function permitted(call: Call, permissions: readonly string[], project: Project): boolean {
  const { site, accountId } = call;
  return permissions.some((permission) => mayInProject(site.tables, accountId, permission, project));
}

function matches(query: URLSearchParams, project: Project): boolean {
  const text = query.get('query')?.toLowerCase() ?? '';
  const status = listAt(query, 'status') ?? ['live'];
  return (
    status.includes(project.archived ? 'archived' : 'live') &&
    (listAt(query, 'keys')?.includes(project.key) ?? true) &&
    (listAt(query, 'id')?.includes(project.id) ?? true) &&
    (listAt(query, 'typeKey')?.includes('software') ?? true) &&
    `${project.key}\n${project.name}`.toLowerCase().includes(text)
  );
}

/** `key`, `name` and their reverses; every other order leaves the projects by key. */
function ordering(orderBy: string): (a: Project, b: Project) => number {
  const sign = orderBy.startsWith('-') ? -1 : 1;
  const field = orderBy.endsWith('name') ? 'name' : 'key';
  return (a, b) => sign * a[field].localeCompare(b[field]);
}
