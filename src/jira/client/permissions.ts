import { z } from 'zod';
import { because } from '../reasons';
import { createHttp, type Http, type HttpOptions } from './http';
import { refusalError } from './errors';
import { isProjectId } from './projects';
import { route } from './requester';

/** Keys of GET /permissions that the app asks about. */
export type Permission =
  | 'ADMINISTER'
  | 'ADMINISTER_PROJECTS'
  | 'BROWSE_PROJECTS'
  | 'CREATE_ISSUES'
  | 'EDIT_ISSUES'
  | 'SET_ISSUE_SECURITY'
  | 'TRANSITION_ISSUES';

const answerSchema = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean().default(false) })),
});

/**
 * Whether whoever the requester acts for has one of the permissions, in a project where one is named. An unknown or
 * hidden project and an anonymous caller have none. Throws `UpstreamError` where Jira does not say: then
 * nobody is let in. For a user who has not let the app act for them its code is `NEEDS_AUTHENTICATION_ERR`
 * and its `cause` the platform's own error, which makes Forge ask for consent when it is thrown on.
 */
export async function hasAnyPermission(
  asUser: HttpOptions,
  permissions: readonly Permission[],
  projectKey?: string,
): Promise<boolean> {
  const missing = await missingPermissions(createHttp(asUser), permissions, projectKey);
  return missing.length < permissions.length;
}

/** Those of the permissions that are not granted. @param project its id or its key, which is no number */
export async function missingPermissions<P extends Permission>(
  http: Http,
  permissions: readonly P[],
  project?: string,
): Promise<readonly P[]> {
  const query = new URLSearchParams({ permissions: permissions.join(',') });
  if (project !== undefined) query.set(isProjectId(project) ? 'projectId' : 'projectKey', project);
  const call = { what: because('to-read-permissions'), method: 'GET', repeatable: true } as const;
  const reply = await http.send({ ...call, route: route`/rest/api/3/mypermissions?${query}` });
  if (reply.status === 401 || reply.status === 404) return permissions;
  const parsed = answerSchema.safeParse(reply.body);
  if (reply.status !== 200 || !parsed.success) throw refusalError(call.what, reply);
  return permissions.filter((permission) => parsed.data.permissions[permission]?.havePermission !== true);
}
