import type { Operation } from '../operation';
import { pageBean } from '../views/paging';

/** Every label of the site, whoever may see the issues, as the document says. */
export const getLabels: Operation = {
  method: 'GET',
  path: '/rest/api/3/label',
  anonymous: false,
  example: () => ({ query: 'maxResults=5' }),
  handle(call) {
    const labels = new Set([...call.site.issues.all()].flatMap((issue) => issue.labels));
    return { status: 200, body: pageBean(call, [...labels].sort(), 1000, 1000) };
  },
};
