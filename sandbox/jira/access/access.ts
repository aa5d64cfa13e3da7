/** Who may do what: a project's roles, each with its permissions, and the Jira admin who may do everything. */
import type { Issue } from '../model/issue';
import type { Project, ProjectRole } from '../model/project';
import { type Tables, referenced } from '../tables';
import { PERMISSIONS } from './permission-keys';

const MEMBER: ReadonlySet<string> = new Set([
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'CLOSE_ISSUES',
  'RESOLVE_ISSUES',
  'SCHEDULE_ISSUES',
  'LINK_ISSUES',
  'MOVE_ISSUES',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'MANAGE_SPRINTS_PERMISSION',
  'VIEW_DEV_TOOLS',
  'VIEW_READONLY_WORKFLOW',
]);

const VIEWER: ReadonlySet<string> = new Set(['BROWSE_PROJECTS', 'VIEW_READONLY_WORKFLOW']);

/** An archived project is read-only and hidden from everybody but those who administer it. */
const IN_ARCHIVED: ReadonlySet<string> = new Set(['ADMINISTER_PROJECTS']);

/** Whether an account (none: anonymous) has a project permission in a project. */
export function mayInProject(
  tables: Tables,
  accountId: string | undefined,
  permission: string,
  project: Project,
): boolean {
  if (accountId === undefined) return false;
  if (PERMISSIONS.get(permission)?.type !== 'PROJECT') return false;
  if (project.archived && !IN_ARCHIVED.has(permission)) return false;
  if (mayGlobally(tables, accountId, 'ADMINISTER')) return true;
  return rolesOf(project, accountId).some((role) => grants(role, permission));
}

/** Whether an account has a global permission. */
export function mayGlobally(tables: Tables, accountId: string | undefined, permission: string): boolean {
  if (accountId === undefined) return false;
  return tables.users.get(accountId)?.globalPermissions.includes(permission) ?? false;
}

/** Whether an account may see an issue: it browses the project, and no security level keeps it out. */
export function maySeeIssue(tables: Tables, accountId: string | undefined, issue: Issue): boolean {
  const project = referenced(tables.projects, issue.projectId);
  return mayInProject(tables, accountId, 'BROWSE_PROJECTS', project) && isCleared(tables, accountId, issue);
}

/**
 * Whether an account passes the issue's security level, as nobody does by any permission, not even the Jira
 * admin. A Sub-task has the level of its parent.
 * https://support.atlassian.com/jira-cloud-administration/docs/configure-issue-security-schemes/
 */
export function isCleared(tables: Tables, accountId: string | undefined, issue: Issue): boolean {
  const isSubtask = referenced(tables.issueTypes, issue.issueTypeId).hierarchyLevel < 0;
  const holder = isSubtask ? (tables.issues.get(issue.parentId ?? '') ?? issue) : issue;
  const { visibleTo } = holder;
  return visibleTo === undefined || (accountId !== undefined && visibleTo.includes(accountId));
}

/** Projects that an account may browse. */
export function browsableProjects(tables: Tables, accountId: string | undefined): Project[] {
  return [...tables.projects.values()].filter((project) =>
    mayInProject(tables, accountId, 'BROWSE_PROJECTS', project),
  );
}

function rolesOf(project: Project, accountId: string): ProjectRole[] {
  const roles: ProjectRole[] = ['administrators', 'members', 'viewers', 'apps'];
  return roles.filter((role) => project.roles[role].includes(accountId));
}

/** Jira's default permission scheme gives apps and administrators every project permission. */
function grants(role: ProjectRole, permission: string): boolean {
  if (role === 'members') return MEMBER.has(permission);
  if (role === 'viewers') return VIEWER.has(permission);
  return true;
}
