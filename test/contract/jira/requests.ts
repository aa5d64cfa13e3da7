/** Requests that any site answers, beside the examples of operations, from `/rest/api/3/` on. */
export const READS: readonly string[] = [
  'user/bulk?accountId=nobody',
  'mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER',
  'project/search?action=create&typeKey=software&maxResults=5',
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
