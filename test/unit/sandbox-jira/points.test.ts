import { describe, expect, test } from '@jest/globals';
import { OPERATIONS } from '../../../sandbox/jira/operations';
import { operationName } from '../../../sandbox/jira/operation';
import { PRICES } from '../../../sandbox/jira/limits/prices';
import { limitsWith } from '../../../sandbox/limits/table';
import { type Client, create, fields, openSite, START, type TestSite } from './site';

const HOUR_MS = 3_600_000;

function withPoints(points: number): { site: TestSite; app: Client; spent: () => number } {
  const site = openSite({ limits: limitsWith({ points }) });
  return { site, app: site.as('the app'), spent: () => site.jira.charges().points.total };
}

test('every operation has a price, and every price an operation', () => {
  expect(Object.keys(PRICES).sort()).toEqual(OPERATIONS.map(operationName).sort());
});

describe('the app pays', () => {
  type Ask = (app: Client, id: string) => Promise<unknown>;
  const rows: [string, number, Ask][] = [
    ['for an issue 1 + 1', 2, (app, id) => app.get(`/issue/${id}`)],
    ['for an issue that is not there 1', 1, (app) => app.get('/issue/NONE-1')],
    ['for a search 1 + each issue', 4, (app) => app.post('/search/jql', { jql: 'project = WA' })],
    [
      'for a search of one page 1 + its issues',
      3,
      (app) => app.get('/search/jql?jql=project=WA&maxResults=2'),
    ],
    [
      'for a fetch 1 + each issue',
      2,
      (app, id) => app.post('/issue/bulkfetch', { issueIdsOrKeys: [id, '99'] }),
    ],
    ['for a person 1 + 2', 3, (app) => app.get('/myself')],
    [
      'for two permissions 1 + 2 each',
      5,
      (app) => app.get('/mypermissions?permissions=ADMINISTER,EDIT_ISSUES'),
    ],
    ['for a create 1', 1, (app) => app.post('/issue', { fields: fields('Task') })],
    [
      'for a batch of creates 1 each',
      3,
      (app) => app.post('/issue/bulk', { issueUpdates: Array(3).fill({ fields: fields('Task') }) }),
    ],
    ['for an edit 1', 1, (app, id) => app.put(`/issue/${id}`, { fields: { summary: 'Other' } })],
    ['for a property 1', 1, (app, id) => app.put(`/issue/${id}/properties/p`, { a: 1 })],
    ['for a deletion 1', 1, (app, id) => app.delete(`/issue/${id}`)],
  ];
  test.each(rows)('%s', async (_name, points, ask) => {
    const { app, site, spent } = withPoints(65_000);
    const [{ id }] = [await create(site.as('member'), 'Task'), await create(site.as('member'), 'Task')];
    await create(site.as('member'), 'Task');
    expect(spent()).toBe(0);
    await ask(app, id);
    expect(spent()).toBe(points);
  });

  test('for what it asks in the name of a person, and nobody else pays', async () => {
    const { jira } = openSite();
    const send = async (spendsPoints?: boolean) => {
      await jira.handle(
        new Request('http://site/rest/api/3/serverInfo'),
        { kind: 'user', accountId: 'x' },
        spendsPoints,
      );
      return jira.charges().points.byOperation;
    };
    expect(await send()).toEqual({});
    expect(await send(true)).toEqual({ 'GET /rest/api/3/serverInfo': { calls: 1, points: 2 } });
  });
});

describe('when the points of the hour are spent', () => {
  const SPENT = { status: 429 };

  test('nothing is answered or done until the hour is full', async () => {
    const { app, site } = withPoints(4);
    await app.get('/myself');
    expect(await app.post('/issue', { fields: fields('Task') })).toMatchObject({ status: 201 });
    const refused = await app.post('/issue', { fields: fields('Task') });
    expect(refused).toMatchObject(SPENT);
    const end = START - (START % HOUR_MS) + HOUR_MS;
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'ratelimit-reason': 'jira-quota-global-based',
      'retry-after': String((end - START) / 1000),
      'x-ratelimit-limit': '4',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': new Date(end).toISOString(),
    });
    expect((await site.as('member').post('/search/jql', { jql: 'project = WA' })).at('issues.length')).toBe(
      1,
    );
    site.clock.advance(end - START - 1);
    expect(await app.delete('/issue/WA-1')).toMatchObject(SPENT);
    site.clock.advance(1);
    expect(await app.delete('/issue/WA-1')).toMatchObject({ status: 204 });
  });

  test('a read that costs more than is left is refused once that is known', async () => {
    const { app, site, spent } = withPoints(3);
    for (let count = 0; count < 3; count += 1) await create(site.as('member'), 'Task');
    expect(await app.post('/search/jql', { jql: 'project = WA' })).toMatchObject(SPENT);
    expect(spent()).toBe(1);
    expect(await app.post('/search/jql', { jql: 'project = WA', maxResults: 1 })).toMatchObject({
      status: 200,
    });
  });
});

describe('headers', () => {
  const seconds = 3600 - (START % HOUR_MS) / 1000;

  test('name the quota, and how much is left once that is less than a fifth', async () => {
    const { app } = withPoints(10);
    const after = async () => Object.fromEntries((await app.get('/serverInfo')).headers);
    const often = await after();
    expect(often).toMatchObject({
      'ratelimit-policy': '"global-app-quota";q=10;w=3600',
      ratelimit: `"global-app-quota";t=${seconds}`,
      'x-ratelimit-nearlimit': 'false',
    });
    expect(Object.keys(often)).not.toEqual(expect.arrayContaining(['retry-after', 'x-ratelimit-reset']));
    for (let count = 0; count < 3; count += 1) await after();
    expect(await after()).toMatchObject({
      ratelimit: `"global-app-quota";r=0;t=${seconds}`,
      'x-ratelimit-nearlimit': 'true',
    });
  });

  test('of people tell of no quota', async () => {
    const { headers } = await openSite().as('member').get('/myself');
    expect(headers.has('ratelimit-policy')).toBe(false);
  });
});
