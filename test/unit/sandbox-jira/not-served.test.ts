/** What Jira has and the local site does not is said in one form, wherever it is asked for. */
import { describe, expect, it } from '@jest/globals';
import { JIRA_ADMIN } from '../../../sandbox/jira/seed/users';
import { openSite } from './site';

/** Beside Atlassian's document, which has no such answers. */
function ask() {
  const { jira } = openSite();
  return async (method: string, path: string, body?: unknown) => {
    const content = { 'content-type': 'application/json' };
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: content };
    const request = new Request(`http://localhost:8080${path}`, init);
    const { response } = await jira.handle(request, { kind: 'user', accountId: JIRA_ADMIN });
    return { status: response.status, body: await response.json() };
  };
}

const TEXT = 'summary ~ "a OR b"';

describe('the local site does not serve', () => {
  it.each<[string, string, string, unknown?]>([
    ['a path', 'GET /rest/api/3/dashboard', 'GET /rest/api/3/dashboard'],
    ['a method', 'POST /rest/api/3/resolution', 'POST /rest/api/3/resolution', {}],
    ['an older version', 'GET /rest/api/2/myself', 'GET /rest/api/2/myself'],
    [
      'what issues expand',
      'GET /rest/api/3/issue/WA-1?expand=names,renderedFields',
      'expand=renderedFields of this operation',
    ],
    ['what people expand', 'GET /rest/api/3/myself?expand=groups', 'expand=groups of this operation'],
    [
      'what a search expands',
      'POST /rest/api/3/search/jql',
      'expand=editmeta of this operation',
      { jql: 'project = WA', expand: 'names,editmeta' },
    ],
    [
      'what a fetch expands',
      'POST /rest/api/3/issue/bulkfetch',
      'expand=operations of this operation',
      { issueIdsOrKeys: ['WA-1'], expand: ['operations'] },
    ],
    ['a field of JQL', 'POST /rest/api/3/search/jql', "the JQL field 'sprint'", { jql: 'sprint = 1' }],
    ['a syntax of texts', 'POST /rest/api/3/search/jql', "the text syntax of 'a OR b'", { jql: TEXT }],
  ])('%s', async (...[, asked, named, body]) => {
    const [method = '', path = ''] = asked.split(' ');
    const { status, body: answer } = await ask()(method, path, body);
    expect([status, answer]).toEqual([
      501,
      { errorMessages: [`The local site does not serve ${named}.`], errors: {} },
    ]);
  });

  it('a value of expand that Jira does not have either is ignored, as Jira ignores it', async () => {
    const { status } = await ask()('GET', '/rest/api/3/myself?expand=nothing');
    expect(status).toBe(200);
  });
});

it('GET /field promises what JQL takes, and nothing else', async () => {
  const send = ask();
  const { body } = await send('GET', '/rest/api/3/field');
  const fields = body as readonly { clauseNames: string[]; searchable: boolean; orderable: boolean }[];
  const search = async (jql: string) => (await send('POST', '/rest/api/3/search/jql', { jql })).status;
  for (const { clauseNames, searchable, orderable } of fields) {
    const [name] = clauseNames;
    expect(name !== undefined).toBe(searchable);
    if (name === undefined) continue;
    expect(await search(`project = WA AND "${name}" = x`)).not.toBe(501);
    expect(await search(`project = WA ORDER BY "${name}"`)).toBe(orderable ? 200 : 400);
  }
});
