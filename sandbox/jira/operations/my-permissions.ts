import { mayGlobally } from '../access/access';
import { PERMISSIONS, type PermissionKey } from '../access/permission-keys';
import type { Project } from '../model/project';
import { type Call, type Operation, may, projectOf, visibleIssue, visibleProject } from '../operation';
import { listAt } from '../query';
import { Refusal, refusal } from '../refusal';

/**
 * The caller's permissions globally, in a project or for an issue. Without a project, a project permission
 * counts if the caller has it in any project.
 */
export const getMyPermissions: Operation = {
  method: 'GET',
  path: '/rest/api/3/mypermissions',
  anonymous: true,
  example: ({ projectIdOrKey }) => ({
    query: `permissions=CREATE_ISSUES,EDIT_ISSUES,ADMINISTER&projectKey=${projectIdOrKey}`,
  }),
  handle(call) {
    const asked = permissionsAsked(call);
    const project = projectAsked(call);
    const projects = project === undefined ? [...call.site.tables.projects.values()] : [project];
    const grants = asked.map((permission) => {
      const havePermission = granted(call, permission, projects);
      return [permission.key, { ...permission, description: permission.name, havePermission }] as const;
    });
    return { status: 200, body: { permissions: Object.fromEntries(grants) } };
  },
};

function permissionsAsked({ query }: Call): PermissionKey[] {
  const keys = listAt(query, 'permissions') ?? [];
  if (keys.length === 0) throw refusal(400, "The 'permissions' query parameter is required.");
  const unknown = keys.filter((key) => !PERMISSIONS.has(key));
  if (unknown.length > 0) throw new Refusal(400, { errorMessages: [], errors: unrecognized(unknown) });
  return keys.flatMap((key) => PERMISSIONS.get(key) ?? []);
}

/** Jira's complaint about permission keys that do not exist. */
export function unrecognized(keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, 'Unrecognized permission']));
}

function projectAsked(call: Call): Project | undefined {
  const project = call.query.get('projectId') ?? call.query.get('projectKey');
  const issue = call.query.get('issueId') ?? call.query.get('issueKey');
  if (issue !== null) {
    const found = visibleIssue(call, issue);
    if (found !== undefined) return projectOf(call, found);
    throw refusal(404, 'Issue does not exist or you do not have permission to see it.');
  }
  if (project === null) return undefined;
  const found = visibleProject(call, project);
  if (found !== undefined) return found;
  throw refusal(404, `No project could be found with key '${project}'.`);
}

function granted(call: Call, { key, type }: PermissionKey, projects: readonly Project[]): boolean {
  if (type === 'GLOBAL') return mayGlobally(call.site.tables, call.accountId, key);
  return projects.some((project) => may(call, key, project));
}
