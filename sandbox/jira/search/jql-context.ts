import { browsableProjects, maySeeIssue } from '../access/access';
import type { JqlContext, KnownName } from '../jql/types';
import type { Site } from '../site';
import { referenced } from '../tables';

/** The names that a caller's query may use. */
export function jqlContext(site: Site, accountId: string | undefined): JqlContext {
  const { tables } = site;
  const projects = browsableProjects(tables, accountId);
  const issueTypeIds = new Set(projects.flatMap((project) => project.issueTypeIds));
  const statusIds = new Set(projects.flatMap((project) => project.workflow.statusIds));
  return {
    now: site.clock.now(),
    accountId,
    aliases: site.propertyIndex,
    projects: projects.map(({ id, key, name }) => ({ id, key, name })),
    issueTypes: [...issueTypeIds].map((id) => known(referenced(tables.issueTypes, id))),
    statuses: [...statusIds].map((id) => known(referenced(tables.statuses, id))),
    priorities: [...tables.priorities.values()].map(known),
    resolutions: [...tables.resolutions.values()].map(known),
    users: [...tables.users.values()].map(({ accountId: id, displayName: name, email }) => ({
      id,
      name,
      ...(email === undefined ? {} : { key: email }),
    })),
    customFields: [...tables.customFields.values()].flatMap(({ id, name }) => [
      name,
      `cf[${id.replace('customfield_', '')}]`,
    ]),
    findIssue(idOrKey) {
      const issue = site.issues.find(idOrKey);
      return issue !== undefined && maySeeIssue(tables, accountId, issue) ? issue : undefined;
    },
  };
}

function known({ id, name }: KnownName): KnownName {
  return { id, name };
}
