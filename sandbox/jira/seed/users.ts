/** The people of the site, named by role, and the app's own account. */
import type { User } from '../model/user';

export const JIRA_ADMIN = accountId('a1');
export const PROJECT_ADMIN = accountId('a2');
export const MEMBER = accountId('a3');
export const VIEWER = accountId('a4');
export const OUTSIDER = accountId('a5');
export const APP_ACCOUNT_ID = accountId('ab');
/** Every Jira Cloud site has it. */
export const AUTOMATION = accountId('ac');
/** Jira's name for an account that an import left without one ("Accounts", REST API v3). */
export const UNKNOWN = 'unknown';

export const USERS: readonly User[] = [
  person(JIRA_ADMIN, 'Jira admin', 'jira-admin', [
    'ADMINISTER',
    'BULK_CHANGE',
    'CREATE_PROJECT',
    'USER_PICKER',
  ]),
  person(PROJECT_ADMIN, 'Space admin', 'project-admin', ['BULK_CHANGE', 'USER_PICKER']),
  person(MEMBER, 'Member', 'member', ['BULK_CHANGE', 'USER_PICKER']),
  person(VIEWER, 'Viewer', 'viewer', []),
  person(OUTSIDER, 'Outsider', 'outsider', []),
  {
    accountId: APP_ACCOUNT_ID,
    accountType: 'app',
    displayName: 'Well-Architected backlog app',
    globalPermissions: [],
  },
  {
    accountId: AUTOMATION,
    accountType: 'app',
    displayName: 'Automation for Jira',
    globalPermissions: [],
  },
  { accountId: UNKNOWN, accountType: 'unknown', displayName: 'Former user', globalPermissions: [] },
];

function accountId(ending: string): string {
  return `557058:00000000-0000-4000-8000-0000000000${ending}`;
}

function person(id: string, displayName: string, name: string, globalPermissions: string[]): User {
  const email = `${name}@example.invalid`;
  return { accountId: id, accountType: 'atlassian', displayName, email, globalPermissions };
}
