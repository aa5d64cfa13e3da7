import { type Operation, accountIn } from '../operation';
import { refusal } from '../refusal';
import { referenced } from '../tables';
import { pageBean, pageOf } from '../views/paging';
import { ownUserBean, userBean } from '../views/user';
import { OF_PEOPLE } from './unserved-expand';

export const getMyself: Operation = {
  method: 'GET',
  path: '/rest/api/3/myself',
  unservedExpand: OF_PEOPLE,
  anonymous: false,
  example: () => ({}),
  handle(call) {
    const user = referenced(call.site.tables.users, accountIn(call));
    return { status: 200, body: ownUserBean(call.site, user) };
  },
};

export const getUser: Operation = {
  method: 'GET',
  path: '/rest/api/3/user',
  unservedExpand: OF_PEOPLE,
  anonymous: false,
  example: ({ accountId }) => ({ query: `accountId=${encodeURIComponent(accountId)}` }),
  handle({ site, query }) {
    const accountId = query.get('accountId') ?? '';
    if (!site.tables.users.has(accountId)) {
      throw refusal(404, 'Specified user does not exist or you do not have required permissions');
    }
    return { status: 200, body: userBean(site, accountId) };
  },
};

/** Unknown accounts are silently absent. */
export const bulkGetUsers: Operation = {
  method: 'GET',
  path: '/rest/api/3/user/bulk',
  anonymous: false,
  example: ({ accountId }) => ({ query: `accountId=${encodeURIComponent(accountId)}&accountId=nobody` }),
  handle(call) {
    const ids = [...new Set(call.query.getAll('accountId'))];
    if (ids.length === 0) throw refusal(400, 'The accountId query parameter is required.');
    const known = ids.filter((id) => call.site.tables.users.has(id));
    const page = pageBean(call, known, 10, 200);
    return { status: 200, body: { ...page, values: page.values.map((id) => userBean(call.site, id)) } };
  },
};

export const searchUsers: Operation = {
  method: 'GET',
  path: '/rest/api/3/users/search',
  anonymous: false,
  example: () => ({ query: 'maxResults=5' }),
  handle(call) {
    const all = [...call.site.tables.users.values()];
    const { values } = pageOf(call, all, 50, 1000);
    return { status: 200, body: values.map(({ accountId }) => userBean(call.site, accountId)) };
  },
};
