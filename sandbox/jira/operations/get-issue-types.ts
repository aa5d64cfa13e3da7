import { browsableProjects } from '../access/access';
import { type Operation, visibleProject } from '../operation';
import { integerAt } from '../query';
import { refusal } from '../refusal';
import { referenced } from '../tables';
import { issueTypeBean } from '../views/issue-type';

/** All types of the site that the caller's projects use; the Jira admin's projects are all. */
export const getIssueTypes: Operation = {
  method: 'GET',
  path: '/rest/api/3/issuetype',
  anonymous: true,
  example: () => ({}),
  handle({ site, accountId }) {
    const used = browsableProjects(site.tables, accountId).flatMap((project) => project.issueTypeIds);
    const types = [...new Set(used)].map((id) => referenced(site.tables.issueTypes, id));
    return { status: 200, body: types.map((type) => issueTypeBean(site, type)) };
  },
};

export const getProjectIssueTypes: Operation = {
  method: 'GET',
  path: '/rest/api/3/issuetype/project',
  anonymous: true,
  example: ({ projectId }) => ({ query: `projectId=${projectId}` }),
  handle(call) {
    const { site, query } = call;
    const projectId = integerAt(query, 'projectId', NaN);
    if (Number.isNaN(projectId)) throw refusal(400, "The parameter 'projectId' is required.");
    const project = visibleProject(call, String(projectId));
    if (project === undefined) throw refusal(404, `No project could be found with id '${projectId}'.`);
    const level = query.has('level') ? integerAt(query, 'level', 0) : undefined;
    const types = project.issueTypeIds
      .map((id) => referenced(site.tables.issueTypes, id))
      .filter((type) => level === undefined || type.hierarchyLevel === level);
    return { status: 200, body: types.map((type) => issueTypeBean(site, type)) };
  },
};
