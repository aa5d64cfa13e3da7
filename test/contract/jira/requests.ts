/** Requests that any site answers, from `/rest/api/3/` on. */
export const READS: readonly string[] = [
  'serverInfo',
  'myself',
  'users/search?maxResults=5',
  'user/bulk?accountId=nobody',
  'mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER',
  'project/search?action=create&typeKey=software&maxResults=5',
  'project/search?expand=description,lead,issueTypes,insight',
  'issuetype',
  'field',
  'priority',
  'priority/search?maxResults=5',
  'resolution',
  'resolution/search?maxResults=5',
  'label?maxResults=5',
  'status',
  'statuses/search?maxResults=5',
  'search/jql?jql=created%20%3E%3D%20-30d&maxResults=2&fields=summary,labels',
];

/** Requests that any site refuses. */
export const REFUSED: readonly (readonly [method: string, url: string, body: unknown, status: number])[] = [
  ['GET', 'project/NOSUCHPROJECT', undefined, 404],
  ['GET', 'status/99999999', undefined, 404],
  ['GET', 'issue/NOSUCHPROJECT-1', undefined, 404],
  ['GET', 'issue/NOSUCHPROJECT-1/transitions', undefined, 404],
  ['GET', 'issue/NOSUCHPROJECT-1/properties/contract', undefined, 404],
  ['GET', 'user?accountId=nobody', undefined, 404],
  ['GET', 'mypermissions', undefined, 400],
  ['GET', 'mypermissions?permissions=FLY', undefined, 400],
  ['GET', 'search/jql?jql=colour%20%3D%20red', undefined, 400],
  ['GET', 'search/jql?jql=key%20%3D%20NOSUCHPROJECT-1', undefined, 400],
  ['POST', 'search/jql', { jql: '' }, 400],
  ['POST', 'search/jql', { jql: 'ORDER BY created' }, 400],
  ['POST', 'search/jql', { jql: 'project = ' }, 400],
  [
    'POST',
    'issue/bulkfetch',
    { issueIdsOrKeys: Array.from({ length: 101 }, (_, index) => String(index)) },
    400,
  ],
];
