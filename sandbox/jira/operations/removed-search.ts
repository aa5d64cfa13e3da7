import { type Operation } from '../operation';
import { refusal } from '../refusal';

const PATH = '/rest/api/3/search';

/** Jira removed these in 2025. https://developer.atlassian.com/changelog/#CHANGE-2046 */
export const getRemovedSearch: Operation = {
  method: 'GET',
  path: PATH,
  anonymous: true,
  example: ({ projectIdOrKey }) => ({ query: `jql=project%3D${projectIdOrKey}` }),
  handle: gone,
};

export const postRemovedSearch: Operation = {
  method: 'POST',
  path: PATH,
  anonymous: true,
  example: ({ projectIdOrKey }) => ({ body: { jql: `project = ${projectIdOrKey}` } }),
  handle: gone,
};

function gone(): never {
  throw refusal(
    410,
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  );
}
