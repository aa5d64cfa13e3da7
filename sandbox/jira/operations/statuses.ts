import { browsableProjects, mayGlobally } from '../access/access';
import type { Project } from '../model/project';
import type { Status } from '../model/status';
import { type Call, type Operation, may } from '../operation';
import { refusal } from '../refusal';
import { referenced } from '../tables';
import { pageBean } from '../views/paging';
import { statusBean } from '../views/status';

const CATEGORY_NAMES = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;

/** Statuses of the workflows of the caller's projects. */
export const getStatuses: Operation = {
  method: 'GET',
  path: '/rest/api/3/status',
  anonymous: true,
  example: () => ({}),
  handle({ site, accountId }) {
    const statuses = statusesOf(browsableProjects(site.tables, accountId), { site });
    return { status: 200, body: statuses.map((status) => statusBean(site, status)) };
  },
};

/** By id, else the first of that name; one that no workflow of the caller's projects has is not found. */
export const getStatus: Operation = {
  method: 'GET',
  path: '/rest/api/3/status/{idOrName}',
  anonymous: true,
  example: () => ({}),
  handle({ site, accountId, path }) {
    const statuses = statusesOf(browsableProjects(site.tables, accountId), { site });
    const found =
      statuses.find(({ id }) => id === path.idOrName) ?? statuses.find(({ name }) => name === path.idOrName);
    if (found === undefined) throw refusal(404, `The status '${path.idOrName ?? ''}' does not exist.`);
    return { status: 200, body: statusBean(site, found) };
  },
};

/** For those who administer the project, or Jira without one; the document answers others with 401. */
export const searchStatuses: Operation = {
  method: 'GET',
  path: '/rest/api/3/statuses/search',
  anonymous: false,
  example: () => ({ query: 'maxResults=5' }),
  handle(call) {
    const found = statusesOf(administered(call), call).filter((status) => matches(call.query, status));
    const page = pageBean(call, found, 200, 200);
    const values = page.values.map(({ id, name, category, projectId }) => ({
      id,
      name,
      description: '',
      statusCategory: CATEGORY_NAMES[category],
      scope: projectId === undefined ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } },
    }));
    return { status: 200, body: { ...page, values } };
  },
};

function administered(call: Call): Project[] {
  const { site, accountId, query } = call;
  const projectId = query.get('projectId');
  if (projectId === null) {
    if (mayGlobally(site.tables, accountId, 'ADMINISTER')) return [...site.tables.projects.values()];
  } else {
    const project = site.tables.projects.get(projectId);
    if (project !== undefined && may(call, 'ADMINISTER_PROJECTS', project)) return [project];
  }
  throw refusal(401, 'You do not have permission to perform this operation.');
}

function statusesOf(projects: readonly Project[], { site }: Pick<Call, 'site'>): Status[] {
  const ids = new Set(projects.flatMap((project) => project.workflow.statusIds));
  return [...ids].map((id) => referenced(site.tables.statuses, id));
}

function matches(query: URLSearchParams, status: Status): boolean {
  const category = query.get('statusCategory');
  const text = query.get('searchString')?.toLowerCase() ?? '';
  return (
    (category === null || category === CATEGORY_NAMES[status.category]) &&
    status.name.toLowerCase().includes(text)
  );
}
