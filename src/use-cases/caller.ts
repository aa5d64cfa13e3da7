/** The person whom a use case serves; handlers have checked their right before. */
import type { Permission } from '../jira/client/permissions';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import type { ProjectRef } from '../jira/model';

export interface Caller {
  readonly accountId: string;
  /** Names the Jira site in the customer's CloudTrail. */
  readonly site: string;
}

export interface ProjectCaller extends Caller {
  /** Keys change and can be taken over; what is stored names a project by its id. */
  readonly project: ProjectRef;
}

/** Who a resolver serves. Anyone who can open a page can call any resolver, so each says so and checks. */
export type Role = 'jira-admin' | 'project-admin' | 'project-viewer';

/** Any of these will do. An archived project is seen by nobody but those who administer it. */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'jira-admin': ['ADMINISTER'],
  'project-admin': ['ADMINISTER_PROJECTS'],
  'project-viewer': ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'],
};

export interface AdministersPorts {
  readonly jiraAsCaller: Pick<JiraAsCaller, 'hasAnyPermission'>;
}

/** Whether whoever calls may do what only admins of the project may. */
export function administersProject(
  { key }: Pick<ProjectRef, 'key'>,
  { jiraAsCaller }: AdministersPorts,
): Promise<boolean> {
  return jiraAsCaller.hasAnyPermission(PERMISSIONS['project-admin'], key);
}
