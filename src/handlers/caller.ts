import { hasPermission } from '../jira/client/permissions';
import { Refusal } from './answer';
import { asCaller } from './forge';

/** Who a resolver serves. Anyone who can open a page can call any resolver, so each says so and checks. */
export type Role = 'jira-admin' | 'project-admin' | 'project-viewer';

const WORDS: Readonly<Record<Role, string>> = {
  'jira-admin': 'Only a Jira administrator can do this.',
  'project-admin': 'Only an administrator of this project can do this.',
  'project-viewer': 'You cannot see this project.',
};

/** Checks the caller's own permission in Jira, as the caller. Throws Refusal where it is missing. */
export async function requireRole(
  role: Role,
  projectKey: string | undefined,
  accountId: string | undefined,
): Promise<void> {
  if (accountId === undefined) throw new Refusal('unauthorised', 'Log in to Jira first.');
  if (!(await hasRole(role, projectKey))) throw new Refusal('unauthorised', WORDS[role]);
}

async function hasRole(role: Role, projectKey: string | undefined): Promise<boolean> {
  if (role === 'jira-admin') return hasPermission(asCaller(), 'ADMINISTER');
  if (projectKey === undefined) return false;
  const permission = role === 'project-admin' ? 'ADMINISTER_PROJECTS' : 'BROWSE_PROJECTS';
  return hasPermission(asCaller(), permission, projectKey);
}
