import type { SecurityLevel } from '../model/project';
import { type Call, may, type Operation, projectInPath } from '../operation';
import { refusal } from '../refusal';
import { selfUrl } from '../site';

/** That a project without a scheme is answered 404 is unverified (J30). */
export const getSecurityScheme: Operation = {
  method: 'GET',
  path: '/rest/api/3/project/{projectKeyOrId}/issuesecuritylevelscheme',
  anonymous: false,
  example: ({ projectIdOrKey }) => ({ path: { projectKeyOrId: projectIdOrKey } }),
  handle(call) {
    const project = projectInPath(call, 404);
    if (!may(call, 'ADMINISTER_PROJECTS', project)) {
      throw refusal(403, 'You do not have permission to administer the project.');
    }
    const scheme = project.securityScheme;
    if (scheme === undefined) throw refusal(404, 'The project has no issue security scheme.');
    const { id, name, defaultLevelId, levels } = scheme;
    const body = {
      self: selfUrl(call.site, `issuesecurityschemes/${id}`),
      id: Number(id),
      name,
      description: '',
      ...(defaultLevelId === undefined ? {} : { defaultSecurityLevelId: Number(defaultLevelId) }),
      levels: levels.map((level) => levelBean(call, level)),
    };
    return { status: 200, body };
  },
};

/** Those that let the caller in; none for who may not set them. */
export const getSecurityLevels: Operation = {
  method: 'GET',
  path: '/rest/api/3/project/{projectKeyOrId}/securitylevel',
  anonymous: true,
  example: ({ projectIdOrKey }) => ({ path: { projectKeyOrId: projectIdOrKey } }),
  handle(call) {
    const project = projectInPath(call, 404);
    const all = may(call, 'SET_ISSUE_SECURITY', project) ? (project.securityScheme?.levels ?? []) : [];
    const levels = all.filter(({ accounts }) => accounts.includes(call.accountId ?? ''));
    return { status: 200, body: { levels: levels.map((level) => levelBean(call, level)) } };
  },
};

function levelBean({ site }: Call, { id, name }: SecurityLevel): object {
  return { self: selfUrl(site, `securitylevel/${id}`), id, name, description: '' };
}
