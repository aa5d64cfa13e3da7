import { type Operation, projectInPath } from '../operation';
import { selfUrl } from '../site';
import { referenced } from '../tables';
import { projectDetails } from '../views/project';
import { statusBean } from '../views/status';

export const getProject: Operation = {
  method: 'GET',
  path: '/rest/api/3/project/{projectIdOrKey}',
  unservedExpand: ['projectKeys', 'issueTypeHierarchy'],
  anonymous: true,
  example: () => ({ query: 'expand=issueTypes,lead,description' }),
  handle(call) {
    return { status: 200, body: projectDetails(call.site, projectInPath(call, 404)) };
  },
};

/** The statuses of each issue type; here all types of a project share one workflow. */
export const getProjectStatuses: Operation = {
  method: 'GET',
  path: '/rest/api/3/project/{projectIdOrKey}/statuses',
  anonymous: true,
  example: () => ({}),
  handle(call) {
    const { site } = call;
    const project = projectInPath(call, 404);
    const statuses = project.workflow.statusIds.map((id) =>
      statusBean(site, referenced(site.tables.statuses, id)),
    );
    const body = project.issueTypeIds.map((id) => {
      const { name, hierarchyLevel } = referenced(site.tables.issueTypes, id);
      return { self: selfUrl(site, `issuetype/${id}`), id, name, subtask: hierarchyLevel < 0, statuses };
    });
    return { status: 200, body };
  },
};
