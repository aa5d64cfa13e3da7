import type { Priority } from '../model/priority';
import type { Call, Operation } from '../operation';
import { flagAt, listAt } from '../query';
import { pageBean } from '../views/paging';
import { priorityDetails } from '../views/priority';

/** Every priority of the site: more than a project's scheme may offer. */
export const getPriorities: Operation = {
  method: 'GET',
  path: '/rest/api/3/priority',
  anonymous: false,
  example: () => ({}),
  handle({ site }) {
    const all = [...site.tables.priorities.values()];
    return { status: 200, body: all.map((priority) => priorityDetails(site, priority)) };
  },
};

export const searchPriorities: Operation = {
  method: 'GET',
  path: '/rest/api/3/priority/search',
  unservedExpand: ['schemes'],
  anonymous: false,
  example: () => ({ query: 'maxResults=5' }),
  handle(call) {
    const found = [...call.site.tables.priorities.values()].filter((priority) => matches(call, priority));
    const page = pageBean(call, found, 50, 1000);
    const values = page.values.map((priority) => priorityDetails(call.site, priority));
    return { status: 200, body: { ...page, values } };
  },
};

function matches({ site, query }: Call, priority: Priority): boolean {
  const projects = listAt(query, 'projectId');
  const offered = projects?.some((id) => site.tables.projects.get(id)?.priorityIds.includes(priority.id));
  return (
    (offered ?? true) &&
    (listAt(query, 'id')?.includes(priority.id) ?? true) &&
    (!flagAt(query, 'onlyDefault') || priority.isDefault) &&
    priority.name.toLowerCase().includes(query.get('priorityName')?.toLowerCase() ?? '')
  );
}
