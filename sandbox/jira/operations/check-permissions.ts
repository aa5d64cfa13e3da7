import { z } from 'zod';
import { isCleared, mayGlobally, mayInProject } from '../access/access';
import { PERMISSIONS } from '../access/permission-keys';
import { parseBody } from '../body';
import { APP_ACCOUNT_ID } from '../seed/users';
import type { Call, Operation } from '../operation';
import { Refusal, refusal } from '../refusal';
import { unrecognized } from './my-permissions';

const MAX_IDS = 1000;

const body = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).nullish(),
  projectPermissions: z
    .array(
      z.strictObject({
        permissions: z.array(z.string()),
        projects: z.array(z.number().int()).nullish(),
        issues: z.array(z.number().int()).nullish(),
      }),
    )
    .nullish(),
});

type ProjectCheck = NonNullable<z.infer<typeof body>['projectPermissions']>[number];

/** What an account may do, by permission; the caller's own account unless an admin or the app names another. */
export const checkPermissions: Operation = {
  method: 'POST',
  path: '/rest/api/3/permissions/check',
  anonymous: true,
  example: ({ projectId }) => ({
    body: {
      projectPermissions: [{ permissions: ['CREATE_ISSUES'], projects: [Number(projectId)] }],
    },
  }),
  handle(call) {
    const request = parseBody(body, call.body);
    const accountId = accountAsked(call, request.accountId);
    const checks = request.projectPermissions ?? [];
    const globals = request.globalPermissions ?? [];
    refuseUnknown(globals, 'GLOBAL');
    refuseUnknown(
      checks.flatMap((check) => check.permissions.filter((key) => key !== '')),
      'PROJECT',
    );
    refuseTooMany(checks);
    const globalPermissions = globals.filter((key) => mayGlobally(call.site.tables, accountId, key));
    const projectPermissions = checks.flatMap((check) => grantsOf(call, accountId, check));
    return { status: 200, body: { globalPermissions, projectPermissions } };
  },
};

function accountAsked({ site, accountId }: Call, asked: string | undefined): string | undefined {
  if (asked === undefined || asked === accountId) return accountId;
  if (accountId !== APP_ACCOUNT_ID && !mayGlobally(site.tables, accountId, 'ADMINISTER')) {
    throw refusal(403, 'Only Jira administrators can perform this operation.');
  }
  if (!site.tables.users.has(asked)) throw refusal(400, `The account ID '${asked}' is not valid.`);
  return asked;
}

function refuseUnknown(keys: readonly string[], type: 'GLOBAL' | 'PROJECT'): void {
  const unknown = keys.filter((key) => PERMISSIONS.get(key)?.type !== type);
  if (unknown.length > 0) throw new Refusal(400, { errorMessages: [], errors: unrecognized(unknown) });
}

function refuseTooMany(checks: readonly ProjectCheck[]): void {
  const projects = checks.flatMap((check) => check.projects ?? []);
  const issues = checks.flatMap((check) => check.issues ?? []);
  if (projects.length > MAX_IDS || issues.length > MAX_IDS) {
    throw refusal(400, `A maximum of ${MAX_IDS} projects and ${MAX_IDS} issues can be checked.`);
  }
  if (checks.some((check) => check.permissions.length === 0)) {
    throw refusal(400, 'At least one project permission must be provided.');
  }
}

/** Ids that do not exist are ignored. */
function grantsOf({ site }: Call, accountId: string | undefined, check: ProjectCheck): object[] {
  const allowed = (permission: string, projectId: string): boolean => {
    const project = site.tables.projects.get(projectId);
    return project !== undefined && mayInProject(site.tables, accountId, permission, project);
  };
  const allowedFor = (permission: string, issueId: string): boolean => {
    const issue = site.issues.get(issueId);
    return (
      issue !== undefined && isCleared(site.tables, accountId, issue) && allowed(permission, issue.projectId)
    );
  };
  return check.permissions
    .filter((permission) => permission !== '')
    .map((permission) => ({
      permission,
      projects: (check.projects ?? []).filter((id) => allowed(permission, String(id))),
      issues: (check.issues ?? []).filter((id) => allowedFor(permission, String(id))),
    }));
}
