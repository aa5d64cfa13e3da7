import { type Operation, issueInPath } from '../operation';
import { listAt } from '../query';
import { issueBean } from '../views/issue';
import { wantedFields } from '../views/wanted-fields';
import { OF_ISSUES } from './unserved-expand';

export const getIssue: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  unservedExpand: OF_ISSUES,
  anonymous: true,
  example: ({ propertyKey }) => ({ query: `fields=*all&properties=${propertyKey}&expand=names,schema` }),
  handle(call) {
    const { site, query } = call;
    const body = issueBean(site, issueInPath(call), {
      viewer: call.accountId,
      wanted: wantedFields(listAt(query, 'fields'), '*all'),
      expand: new Set(listAt(query, 'expand') ?? []),
      properties: listAt(query, 'properties'),
    });
    return { status: 200, body };
  },
};
