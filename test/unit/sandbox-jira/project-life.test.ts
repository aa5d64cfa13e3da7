import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID } from '../../../sandbox/jira/seed/users';
import { openStore } from '../../../sandbox/store/store';
import { create, fields, openSite, search, type Role, type TestSite } from './site';

async function siteWithTree(): Promise<TestSite> {
  const site = openSite();
  const client = site.as('member');
  const task = await create(client, 'Task', {}, { properties: [{ key: 'p', value: 1 }] });
  await create(client, 'Subtask', { parent: { id: task.id } });
  return site;
}

const keyOf = async (site: TestSite, idOrKey: string, role: Role = 'member') => {
  const answer = await site.as(role).get(`/project/${idOrKey}`);
  return answer.status === 200 ? answer.at('key') : answer.status;
};

describe('a project whose key is changed', () => {
  test('is found by id, by its key and by its former key', async () => {
    const site = await siteWithTree();
    site.jira.admin.renameProject('WA', 'NEW');
    for (const name of ['10000', 'NEW', 'WA', 'wa']) expect(await keyOf(site, name)).toBe('NEW');
    const permissions = '/mypermissions?permissions=BROWSE_PROJECTS&projectKey=WA';
    expect((await site.as('member').get(permissions)).status).toBe(200);
  });

  test('has its issues under their ids and numbers; old keys follow', async () => {
    const site = await siteWithTree();
    const before = await site.as('member').get('/issue/WA-1?properties=p');
    site.jira.admin.renameProject('WA', 'NEW');
    const after = await site.as('member').get('/issue/WA-1?properties=p');
    expect(after.at('id')).toBe(before.at('id'));
    expect(after.body).toMatchObject({
      key: 'NEW-1',
      fields: { project: { id: '10000', key: 'NEW' }, updated: before.at('fields.updated') },
      properties: { p: 1 },
    });
    expect(after.at('fields.subtasks.*.key')).toEqual(['NEW-2']);
    const body = { issueIdsOrKeys: ['WA-2', 'NEW-1'] };
    expect((await site.as('member').post('/issue/bulkfetch', body)).at('issues.*.key')).toEqual([
      'NEW-1',
      'NEW-2',
    ]);
  });

  test('numbers on from where it was', async () => {
    const site = await siteWithTree();
    site.jira.admin.renameProject('WA', 'NEW');
    expect(await create(site.as('member'), 'Task', { project: { key: 'NEW' } })).toMatchObject({
      key: 'NEW-3',
    });
  });

  test('is searched for by its new key as soon as the index knows', async () => {
    const site = await siteWithTree();
    site.jira.admin.setIndexLag(1000);
    site.jira.admin.renameProject('WA', 'NEW');
    expect(await search(site.as('member'), 'project = NEW order by key')).toEqual(['WA-1', 'WA-2']);
    site.clock.advance(1000);
    expect(await search(site.as('member'), 'project = NEW order by key')).toEqual(['NEW-1', 'NEW-2']);
    expect(await search(site.as('member'), 'key = WA-1')).toEqual(['NEW-1']);
  });

  test('keeps its old keys from others, and can have them back', async () => {
    const site = await siteWithTree();
    const { admin } = site.jira;
    admin.renameProject('WA', 'NEW');
    expect(() => admin.createProject({ key: 'WA', name: 'Another' })).toThrow(
      "the project key 'WA' is taken",
    );
    expect(() => admin.renameProject('KAN', 'WA')).toThrow("the project key 'WA' is taken");
    expect(() => admin.renameProject('WA', 'X')).toThrow("there is no project 'WA'");
    admin.renameProject('NEW', 'WA');
    expect([await keyOf(site, 'NEW'), (await site.as('member').get('/issue/NEW-1')).at('key')]).toEqual([
      'WA',
      'WA-1',
    ]);
  });
});

describe('a project that is deleted', () => {
  test('goes with its issues, whoever may see them', async () => {
    const site = await siteWithTree();
    const { id } = (await site.as('member').get('/issue/WA-1')).body as { id: string };
    site.jira.admin.hideIssue('WA-1', []);
    site.jira.admin.deleteProject('WA');
    expect([await keyOf(site, 'WA', 'jira admin'), await keyOf(site, '10000', 'jira admin')]).toEqual([
      404, 404,
    ]);
    site.jira.admin.createProject({ key: 'NEXT', name: 'Next' });
    for (const name of [id, 'WA-1', 'WA-2']) {
      expect((await site.as('jira admin').get(`/issue/${name}`)).status).toBe(404);
    }
    expect((await site.as('member').get('/issuetype')).at('*.scope')).not.toContainEqual(expect.anything());
  });

  test('leaves its key to another project with another id, which numbers from 1', async () => {
    const site = await siteWithTree();
    site.jira.admin.moveIssue('WA-1', 'KAN');
    const moved = await site.as('member').get('/issue/WA-1');
    site.jira.admin.deleteProject('WA');
    const next = site.jira.admin.createProject({ key: 'WA', name: 'Another' });
    expect(next.id).not.toBe('10000');
    expect(await keyOf(site, '10000')).toBe(404);
    const task = await create(site.as('member'), 'Task');
    expect(task.key).toBe('WA-1');
    site.jira.admin.setSummary(String(moved.at('id')), 'touched');
    expect((await site.as('member').get('/issue/WA-1')).at('id')).toBe(task.id);
  });

  test('takes itself off its issues in other projects: an Epic of theirs is gone', async () => {
    const site = openSite();
    site.jira.admin.createProject({ key: 'CO', name: 'Company' });
    const epic = await create(site.as('member'), 'Epic', { project: { key: 'CO' } });
    await create(site.as('member'), 'Task', { project: { key: 'KAN' }, parent: { id: epic.id } });
    site.jira.admin.deleteProject('CO');
    expect((await site.as('member').get('/issue/KAN-1')).at('fields.parent')).toBeUndefined();
  });

  test('is not found by a search, however far the index lags', async () => {
    const site = await siteWithTree();
    site.jira.admin.setIndexLag(60_000);
    site.jira.admin.deleteProject('WA');
    expect(await search(site.as('member'), 'summary ~ "A Task"')).toEqual([]);
  });

  test('stays deleted after a restart, and a renamed one renamed', async () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'jira-'));
    try {
      const before = openSite({ store: openStore(directory) });
      await create(before.as('member'), 'Task', { project: { key: 'KAN' } });
      before.jira.admin.deleteProject('WA');
      before.jira.admin.renameProject('KAN', 'NEW');
      before.jira.admin.hideIssue('NEW-1', []);
      const after = openSite({ store: openStore(directory) });
      expect([await keyOf(after, 'WA'), await keyOf(after, 'KAN')]).toEqual([404, 'NEW']);
      expect((await after.as('member').get('/issue/NEW-1')).status).toBe(404);
      after.jira.admin.showIssue('KAN-1');
      expect((await after.as('member').get('/issue/KAN-1')).at('key')).toBe('NEW-1');
    } finally {
      fs.rmSync(directory, { recursive: true });
    }
  });
});

describe('an archived project', () => {
  test.each<[Role, unknown]>([
    ['jira admin', true],
    ['project admin', true],
    ['the app', true],
    ['member', undefined],
    ['viewer', undefined],
  ])('%s', async (role, archived) => {
    const site = await siteWithTree();
    site.jira.admin.archiveProject('WA');
    const answer = await site.as(role).get('/project/10000');
    expect([answer.status, answer.at('archived')]).toEqual([archived ? 200 : 404, archived]);
    const { body } = await site.as(role).post('/issue/bulkfetch', { issueIdsOrKeys: ['WA-1'] });
    expect(body).toMatchObject({ issues: [] });
    expect((await site.as(role).put('/issue/WA-1', { fields: { summary: 'x' } })).status).toBe(404);
    expect((await site.as(role).post('/issue', { fields: fields('Task') })).status).toBe(400);
  });

  test('cannot be deleted before it is restored; restored, it is as it was', async () => {
    const site = await siteWithTree();
    const { admin } = site.jira;
    const before = await site.as('member').get('/issue/WA-1');
    admin.archiveProject('WA');
    expect(() => admin.deleteProject('WA')).toThrow("the project 'WA' is archived: restore it first");
    admin.restoreProject('WA');
    expect((await site.as('member').get('/issue/WA-1')).body).toEqual(before.body);
    expect(await search(site.as('member'), 'project = WA order by key')).toEqual(['WA-1', 'WA-2']);
    expect(await create(site.as('member'), 'Task')).toMatchObject({ key: 'WA-3' });
    admin.deleteProject('WA');
    expect(await keyOf(site, 'WA')).toBe(404);
  });
});

test('an app that lost its role finds no project, archived or not', async () => {
  const site = await siteWithTree();
  site.jira.admin.revokeRole('WA', 'apps', APP_ACCOUNT_ID);
  expect(await keyOf(site, '10000', 'the app')).toBe(404);
  site.jira.admin.archiveProject('WA');
  expect(await keyOf(site, '10000', 'the app')).toBe(404);
});
