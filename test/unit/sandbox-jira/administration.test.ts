import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../../sandbox/store/store';
import { create, fields, openSite, search } from './site';

describe('moving an issue to another project', () => {
  test('the id stays, the key changes, the old key still resolves, Sub-tasks come along', async () => {
    const site = openSite();
    const client = site.as('member');
    const task = await create(client, 'Task', {}, { properties: [{ key: 'p', value: 1 }] });
    const subtask = await create(client, 'Subtask', { parent: { id: task.id } });
    expect(site.jira.admin.moveIssue(task.key, 'KAN')).toEqual({ id: task.id, key: 'KAN-1' });
    const moved = await client.get(`/issue/${task.key}?properties=p`);
    expect(moved.body).toMatchObject({
      id: task.id,
      key: 'KAN-1',
      fields: { project: { key: 'KAN' }, issuetype: { name: 'Task' }, status: { name: 'Backlog' } },
      properties: { p: 1 },
    });
    expect(moved.at('fields.subtasks.*.id')).toEqual([subtask.id]);
    const fetched = await client.post('/issue/bulkfetch', { issueIdsOrKeys: [task.key, subtask.key] });
    expect(fetched.at('issues.*.key')).toEqual(['KAN-1', 'KAN-2']);
    expect(await search(client, 'project = KAN order by key')).toEqual(['KAN-1', 'KAN-2']);
  });

  test('out of a team-managed project it leaves its Epic', async () => {
    const site = openSite();
    const client = site.as('member');
    const epic = await create(client, 'Epic');
    const task = await create(client, 'Task', { parent: { id: epic.id } });
    site.jira.admin.moveIssue(task.id, 'KAN');
    expect((await client.get(`/issue/${task.id}`)).at('fields.parent')).toBeUndefined();
  });

  test('between company-managed projects it keeps its Epic', async () => {
    const site = openSite();
    const client = site.as('member');
    site.jira.admin.createProject({ key: 'CO', name: 'Company' });
    const epic = await create(client, 'Epic', { project: { key: 'CO' } });
    const task = await create(client, 'Task', { project: { key: 'CO' }, parent: { id: epic.id } });
    site.jira.admin.moveIssue(task.id, 'KAN');
    expect((await client.get(`/issue/${task.id}`)).at('fields.parent.key')).toBe('CO-1');
  });
});

test('a clone copies the entity properties', async () => {
  const site = openSite();
  const client = site.as('member');
  await create(client, 'Task', { labels: ['a'] }, { properties: [{ key: 'p', value: { id: 1 } }] });
  const clone = site.jira.admin.cloneIssue('WA-1');
  const read = await client.get(`/issue/${clone.key}?properties=*all`);
  expect(read.body).toMatchObject({
    key: 'WA-2',
    fields: { summary: 'CLONE - A Task', labels: ['a'] },
    properties: { p: { id: 1 } },
  });
});

test('a title that a person changed has them in its history', async () => {
  const site = openSite();
  await create(site.as('member'), 'Task');
  site.jira.admin.setSummary('WA-1', 'theirs');
  const history = await site.as('member').get('/issue/WA-1/changelog');
  expect(history.at('values.0.author.displayName')).toBe('Space admin');
  expect(history.at('values.0.items.0')).toMatchObject({ field: 'summary', toString: 'theirs' });
});

describe('ordered failures', () => {
  const BULK = 'POST /rest/api/3/issue/bulk';
  const body = { issueUpdates: [{ fields: fields('Task') }] };

  test('a refused request is not performed, and only as often as ordered', async () => {
    const site = openSite();
    const headers = { 'retry-after': '5' };
    site.jira.admin.failNext({
      operation: BULK,
      times: 2,
      status: 429,
      headers,
      body: { errorMessages: ['wait'] },
    });
    const client = site.as('the app');
    const refused = await client.post('/issue/bulk', body);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect((await client.post('/issue/bulk', body)).status).toBe(429);
    expect(await search(client, 'project = WA')).toEqual([]);
    expect((await client.post('/issue/bulk', body)).status).toBe(201);
  });

  test('an operation that does not exist is no operation to order a failure of', () => {
    const order = { operation: 'POST /issue/bulk', times: 1, status: 503 };
    expect(() => openSite().jira.admin.failNext(order)).toThrow("there is no operation 'POST /issue/bulk'");
  });

  test('a lost answer has been performed', async () => {
    const site = openSite();
    site.jira.admin.failNext({ operation: BULK, times: 1, status: 503, apply: true });
    const lost = await site.as('the app').post('/issue/bulk', body);
    expect([lost.status, lost.body, lost.operation]).toEqual([503, undefined, BULK]);
    expect(await search(site.as('the app'), 'project = WA')).toEqual(['WA-1']);
  });
});

describe('every answer', () => {
  test('carries rate limit headers, which count down within a second', async () => {
    const site = openSite();
    const remaining = async () =>
      (await site.as('member').get('/myself')).headers.get('x-ratelimit-remaining');
    expect([await remaining(), await remaining()]).toEqual(['99', '98']);
    site.clock.advance(1000);
    expect(await remaining()).toBe('99');
  });

  test('is an error for what is not JSON, and for what is not served', async () => {
    const { jira } = openSite();
    const send = async (pathname: string, init: RequestInit) =>
      (await jira.handle(new Request(`http://site${pathname}`, init), { kind: 'app' })).response.status;
    const json = { 'content-type': 'application/json' };
    const issue = '/rest/api/3/issue';
    expect(await send(issue, { method: 'POST', body: '{"fields":', headers: json })).toBe(400);
    expect(
      await send(issue, { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } }),
    ).toBe(415);
    expect(await send('/rest/api/3/nothing', { method: 'GET' })).toBe(501);
  });
});

describe('a site in a folder', () => {
  let directory: string;
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'jira-'));
  });
  afterEach(() => fs.rmSync(directory, { recursive: true }));

  test('is the same after a kill: issues, keys, numbers, history, projects', async () => {
    const before = openSite({ store: openStore(directory) });
    const client = before.as('member');
    const epic = await create(client, 'Epic');
    await create(client, 'Task', { parent: { id: epic.id } });
    await client.put('/issue/WA-2', { fields: { summary: 'new' } });
    before.jira.admin.moveIssue('WA-2', 'KAN');
    const seen = await client.get('/issue/WA-2?expand=changelog');
    const after = openSite({ store: openStore(directory) }).as('member');
    expect((await after.get('/issue/WA-2?expand=changelog')).body).toEqual(seen.body);
    expect((await after.get('/issue/WA-1')).at('id')).toBe(epic.id);
    expect(await create(after, 'Task')).toEqual({ id: '10002', key: 'WA-3' });
  });

  test('keeps what the index has not seen yet hidden for the rest of the lag', async () => {
    await create(openSite({ store: openStore(directory), indexLagMs: 5000 }).as('member'), 'Task');
    const after = openSite({ store: openStore(directory), indexLagMs: 5000 });
    expect(await search(after.as('member'), 'project = WA')).toEqual([]);
    after.clock.advance(5000);
    expect(await search(after.as('member'), 'project = WA')).toEqual(['WA-1']);
  });
});
