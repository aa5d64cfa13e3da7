import { type Operation, issueInPath } from '../operation';
import { changelogBean } from '../views/history';
import { pageBean } from '../views/paging';

/** Oldest first. */
export const getChangelog: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
  anonymous: true,
  example: () => ({ query: 'maxResults=100' }),
  handle(call) {
    const issue = issueInPath(call);
    const page = pageBean(call, call.site.tables.histories.get(issue.id) ?? [], 100, 100);
    const values = page.values.map((history) => changelogBean(call.site, history));
    return { status: 200, body: { ...page, values } };
  },
};
