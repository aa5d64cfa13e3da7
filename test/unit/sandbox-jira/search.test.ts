import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { create, fields, openSite, search } from './site';

const PROPERTY_INDEX = [
  { propertyKey: 'well-architected', path: 'risk', type: 'string', alias: 'waRisk' },
] as const;

describe('the index lags behind', () => {
  const LAG = 5000;

  test('a new issue is found only after the lag, by bulk fetch at once', async () => {
    const site = openSite({ indexLagMs: LAG });
    const client = site.as('member');
    await create(client, 'Task');
    site.clock.advance(LAG - 1);
    expect(await search(client, 'project = WA')).toEqual([]);
    expect((await client.post('/issue/bulkfetch', { issueIdsOrKeys: ['WA-1'] })).at('issues')).toHaveLength(
      1,
    );
    site.clock.advance(1);
    expect(await search(client, 'project = WA')).toEqual(['WA-1']);
  });

  test('an edit is searched, and shown, as it was', async () => {
    const site = openSite({ indexLagMs: LAG });
    const client = site.as('member');
    await create(client, 'Task', { labels: ['old'] });
    site.clock.advance(LAG);
    await client.put('/issue/WA-1', { fields: { labels: ['new'] } });
    const found = await client.post('/search/jql', { jql: 'labels = old', fields: ['labels'] });
    expect(found.at('issues.*.fields.labels')).toEqual([['old']]);
    site.clock.advance(LAG);
    expect(await search(client, 'labels = old')).toEqual([]);
    expect(await search(client, 'labels = new')).toEqual(['WA-1']);
  });

  test('a deleted issue is still found for a while, a reconciled one is not', async () => {
    const site = openSite({ indexLagMs: LAG });
    const client = site.as('project admin');
    const { id } = await create(client, 'Task');
    site.clock.advance(LAG);
    await client.delete('/issue/WA-1');
    expect(await search(client, 'project = WA')).toEqual(['WA-1']);
    const reconciled = { jql: 'project = WA', reconcileIssues: [Number(id)] };
    expect((await client.post('/search/jql', reconciled)).at('issues')).toEqual([]);
    site.clock.advance(LAG);
    expect(await search(client, 'project = WA')).toEqual([]);
  });

  test('reconciling finds what the index does not know yet', async () => {
    const client = openSite({ indexLagMs: LAG }).as('member');
    const { id } = await create(client, 'Task');
    const jql = 'project = WA';
    expect((await client.get(`/search/jql?jql=${jql}&reconcileIssues=${id}`)).at('issues')).toEqual([{ id }]);
    const ids = Array.from({ length: 51 }, (_, index) => index);
    expect((await client.post('/search/jql', { jql, reconcileIssues: ids })).status).toBe(400);
  });

  test('an index that catches up shows what bulk fetch shows, whatever happened', async () => {
    const act = fc.record({ kind: fc.constantFrom('create', 'edit', 'delete', 'wait'), pick: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const site = openSite({ indexLagMs: LAG });
        const client = site.as('project admin');
        for (const { kind, pick } of acts) {
          const key = `WA-${pick + 1}`;
          if (kind === 'create') await create(client, 'Task');
          if (kind === 'edit') await client.put(`/issue/${key}`, { fields: { labels: [`l${pick}`] } });
          if (kind === 'delete') await client.delete(`/issue/${key}`);
          if (kind === 'wait') site.clock.advance(LAG / 2);
        }
        site.clock.advance(LAG);
        const keys = Array.from({ length: 20 }, (_, index) => `WA-${index + 1}`);
        const wanted = { fields: ['summary', 'labels'] };
        const fetched = await client.post('/issue/bulkfetch', { issueIdsOrKeys: keys, ...wanted });
        const found = await client.post('/search/jql', { jql: 'project = WA order by key', ...wanted });
        expect(found.at('issues')).toEqual(fetched.at('issues'));
      }),
      { numRuns: 25 },
    );
  });
});

describe('what a search may ask', () => {
  test.each<[what: string, body: object]>([
    ['no query', {}],
    ['an order alone', { jql: 'order by key desc' }],
    ['a field that does not exist', { jql: 'colour = red' }],
    ['a project that the caller does not see', { jql: 'project = NO' }],
    ['a syntax error', { jql: 'project = ' }],
    ['six properties', { jql: 'project = WA', properties: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['a page token of nobody', { jql: 'project = WA', nextPageToken: 'eA' }],
  ])('%s is refused', async (_what, body) => {
    expect((await openSite().as('member').post('/search/jql', body)).status).toBe(400);
  });

  test('the removed search answers 410', async () => {
    const client = openSite().as('member');
    expect((await client.get('/search?jql=project%20%3D%20WA')).status).toBe(410);
    expect((await client.post('/search', { jql: 'project = WA' })).status).toBe(410);
  });

  test('anybody may ask, and finds what they may see', async () => {
    const site = openSite();
    await create(site.as('member'), 'Task', { labels: ['a'] });
    expect(await search(site.as('viewer'), 'labels = a')).toEqual(['WA-1']);
    expect(await search(site.as('outsider'), 'labels = a')).toEqual([]);
    expect(await search(site.as('anonymous'), 'labels = a')).toEqual([]);
  });

  test('an indexed property is searched by its alias', async () => {
    const client = openSite({ propertyIndex: PROPERTY_INDEX }).as('member');
    await create(client, 'Task', {}, { properties: [{ key: 'well-architected', value: { risk: 'HIGH' } }] });
    await create(client, 'Task', {}, { properties: [{ key: 'well-architected', value: { risk: 'NONE' } }] });
    expect(await search(client, 'project = WA AND waRisk = HIGH')).toEqual(['WA-1']);
  });
});

describe('pages of a search', () => {
  async function filled(count: number) {
    const client = openSite().as('member');
    for (let made = 0; made < count; made += 50) {
      const issueUpdates = Array.from({ length: Math.min(50, count - made) }, () => ({
        fields: fields('Task'),
      }));
      await client.post('/issue/bulk', { issueUpdates });
    }
    return client;
  }

  test('by default ids alone, 50 of them; the token leads to the rest', async () => {
    const client = await filled(60);
    const jql = 'project = WA order by key';
    const first = await client.post('/search/jql', { jql });
    expect(first.at('issues.0')).toEqual({ id: '10000' });
    expect(first.at('issues')).toHaveLength(50);
    expect(first.at('isLast')).toBe(false);
    const second = await client.post('/search/jql', { jql, nextPageToken: first.at('nextPageToken') });
    expect(second.at('issues.0')).toEqual({ id: '10050' });
    expect(second.body).toMatchObject({ isLast: true });
    expect(second.at('nextPageToken')).toBeUndefined();
  });

  test('100 with fields, more with keys alone', async () => {
    const client = await filled(110);
    const ask = async (body: object) => client.post('/search/jql', { jql: 'project = WA', ...body });
    expect((await ask({ maxResults: 5000, fields: ['summary'] })).at('issues')).toHaveLength(100);
    expect((await ask({ maxResults: 5000, fields: ['key'] })).at('issues')).toHaveLength(110);
    expect((await ask({ maxResults: 5000, properties: ['p'] })).at('issues')).toHaveLength(100);
  });

  test('expanded names and schemas stand once, beside the issues', async () => {
    const client = await filled(1);
    const body = { jql: 'project = WA', fields: ['summary'], expand: 'names,schema,changelog' };
    const answer = await client.post('/search/jql', body);
    expect(answer.body).toMatchObject({
      names: { summary: 'Summary' },
      schema: { summary: { type: 'string' } },
    });
    expect(answer.at('issues.0.names')).toBeUndefined();
    expect(answer.at('issues.0.changelog.total')).toBe(0);
  });
});

describe('bulk fetch', () => {
  test('in order of id, each once, missing ones left out without an error', async () => {
    const client = openSite().as('member');
    const [a, b] = [await create(client, 'Task'), await create(client, 'Task')];
    const body = { issueIdsOrKeys: [b.key, '99999', a.id, a.key.toLowerCase()] };
    const answer = await client.post('/issue/bulkfetch', body);
    expect(answer.at('issues.*.id')).toEqual([a.id, b.id]);
    expect(answer.at('issueErrors')).toEqual([]);
  });

  test('with the properties asked for', async () => {
    const client = openSite().as('member');
    await create(client, 'Task', {}, { properties: [{ key: 'p', value: 1 }] });
    const body = { issueIdsOrKeys: ['WA-1'], fields: ['summary'], properties: ['p'] };
    const answer = await client.post('/issue/bulkfetch', body);
    expect(answer.at('issues')).toMatchObject([{ fields: { summary: 'A Task' }, properties: { p: 1 } }]);
  });

  test.each<[what: string, body: object]>([
    ['no issues', { issueIdsOrKeys: [] }],
    ['101 issues', { issueIdsOrKeys: Array.from({ length: 101 }, (_, index) => String(index)) }],
    ['six properties', { issueIdsOrKeys: ['1'], properties: ['a,b,c', 'd,e,f'] }],
    ['a parameter that does not exist', { issueIdsOrKeys: ['1'], keys: [] }],
  ])('refuses %s', async (_what, body) => {
    expect((await openSite().as('member').post('/issue/bulkfetch', body)).status).toBe(400);
  });
});
