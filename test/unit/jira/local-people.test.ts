import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID, MEMBER, OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../../sandbox/jira/seed/users';
import { inWords } from '../../../src/in-words';
import { hasAnyPermission } from '../../../src/jira/client/permissions';
import { readProject } from '../../../src/jira/client/projects';
import { visibleIssues } from '../../../src/jira/client/visible-issues';
import { resolveProject } from '../../../src/sync/resolve-project';
import { openLocalSite, type LocalSite } from './local-site';
import { worded } from './worded';

let local: LocalSite;

beforeEach(() => {
  local = openLocalSite();
});

describe('people change the site', () => {
  test('a moved issue is followed by its id and its old key', async () => {
    const { epic } = await local.makeTree('KAN');
    local.admin.createProject({ key: 'NEW', name: 'New', style: 'classic' });
    local.admin.moveIssue(epic, 'NEW');
    expect(await local.jira.fetch([epic, 'KAN-1'])).toMatchObject([
      { id: epic, projectKey: 'NEW', key: 'NEW-1' },
    ]);
  });

  test('a deleted issue is absent, and refuses writes as deleted', async () => {
    const { subtask } = await local.makeTree('WA');
    local.admin.deleteIssue(subtask);
    expect(await local.jira.fetch([subtask])).toEqual([]);
    expect(await local.jira.update(subtask, { summary: 'x' })).toMatchObject({
      kind: 'refused',
      code: 'deleted',
    });
    expect(await local.jira.move({ id: subtask }, { to: 'done' })).toMatchObject({
      kind: 'refused',
      code: 'deleted',
    });
  });

  test('a required field blocks the project by name', async () => {
    const field = local.admin.addRequiredField('WA', { name: 'Team' });
    const answer = worded(await local.jira.profile('WA', {}));
    expect(answer).toMatchObject({ kind: 'blocked' });
    expect(answer.kind === 'blocked' && answer.problems[0]).toContain(`"Team" (${field})`);
  });

  test('a required field with a default blocks nothing', async () => {
    local.admin.addRequiredField('WA', { name: 'Team', defaultValue: 'core' });
    expect(await local.jira.profile('WA', {})).toMatchObject({ kind: 'ready' });
  });

  test.each([
    [{ subtask: null }, 'sub-tasks'],
    [{ epic: null }, 'Epic level'],
  ])('a project without a level (%j) is blocked', async (issueTypes, words) => {
    local.admin.createProject({ key: 'FEW', name: 'Few', issueTypes });
    const answer = await local.jira.profile('FEW', {});
    expect(answer.kind === 'blocked' && answer.problems.map(inWords).join()).toContain(words);
  });

  test('localised names and missing priorities make no difference', async () => {
    const issueTypes = { epic: 'Vorhaben', task: 'Aufgabe', subtask: 'Unteraufgabe' };
    local.admin.createProject({
      key: 'DE',
      name: 'Deutsch',
      style: 'next-gen',
      issueTypes,
      priorityLevels: [],
    });
    const ids = await local.makeTree('DE');
    expect(await local.jira.fetch([ids.subtask])).toMatchObject([{ level: 'subtask', parentId: ids.task }]);
  });

  test('an app that lost its role is told so, and writes nothing', async () => {
    local.admin.revokeRole('KAN', 'apps', APP_ACCOUNT_ID);
    expect(await local.jira.profile('KAN', {})).toMatchObject({ kind: 'blocked' });
  });
});

describe('what a person may see', () => {
  const as = (accountId: string) => local.as({ kind: 'user', accountId });

  test('issues: not behind a security level, nor in a project that they may not browse, nor deleted ones', async () => {
    const tree = await local.makeTree('KAN');
    await local.makeTree('KAN');
    const keys = Array.from({ length: 6 }, (_, index) => `KAN-${index + 1}`);
    local.admin.hideIssue('KAN-2', [MEMBER]);
    local.admin.deleteIssue('KAN-6');
    local.admin.createProject({ key: 'HR', name: 'Closed' });
    local.admin.revokeRole('HR', 'viewers', VIEWER);
    local.admin.moveIssue('KAN-5', 'HR');
    expect([...(await visibleIssues(as(MEMBER), keys))].sort()).toEqual(keys.slice(0, 5));
    expect([...(await visibleIssues(as(VIEWER), keys))].sort()).toEqual(['KAN-1', 'KAN-4']);
    expect([...(await visibleIssues(as(OUTSIDER), keys))]).toEqual([]);
    expect(await local.jira.fetch(Object.values(tree))).toMatchObject([{ id: tree.epic }]);
  });

  test('issues by the keys that they had before their project was renamed', async () => {
    await local.makeTree('KAN');
    local.admin.renameProject('KAN', 'NEW');
    expect([...(await visibleIssues(as(VIEWER), ['KAN-1', 'KAN-2', 'KAN-3']))].sort()).toEqual([
      'KAN-1',
      'KAN-2',
      'KAN-3',
    ]);
  });

  test('projects: by id, key and former key', async () => {
    const { id } = local.admin.createProject({ key: 'OLD', name: 'Renamed' });
    local.admin.renameProject('OLD', 'NEW');
    for (const name of [id, 'OLD', 'NEW']) {
      expect(await readProject(as(VIEWER), name)).toEqual({ id, key: 'NEW', archived: false });
    }
    expect(await readProject(as(OUTSIDER), id)).toBeUndefined();
  });
});

describe('a project comes to its end', () => {
  const resolved = () => resolveProject(local.jira, '10001').catch((error: unknown) => error);

  test('while it lives it is found under whatever key it has', async () => {
    local.admin.renameProject('KAN', 'NEW');
    expect(await resolved()).toMatchObject({ id: '10001', key: 'NEW' });
  });

  test.each<[string, () => void, string]>([
    ['archived', () => local.admin.archiveProject('KAN'), 'project-archived'],
    ['deleted', () => local.admin.deleteProject('KAN'), 'project-gone'],
    ['hidden from the app', () => local.admin.revokeRole('KAN', 'apps', APP_ACCOUNT_ID), 'project-gone'],
    [
      'deleted, and another one has its key',
      () => {
        local.admin.deleteProject('KAN');
        local.admin.createProject({ key: 'KAN', name: 'Another' });
      },
      'project-gone',
    ],
  ])('%s: a run ends with one clear error', async (_words, happen, code) => {
    happen();
    expect(await resolved()).toMatchObject({
      message: expect.stringContaining('nothing was synced'),
      details: { code, retryable: false },
    });
  });
});

describe('workflows', () => {
  const statuses = [
    { name: 'To Do', category: 'new' },
    { name: 'Done', category: 'done' },
    { name: "Won't do", category: 'done' },
  ] as const;
  const done = { name: 'Finish', from: ['To Do'], to: 'Done' } as const;
  const wontDo = { name: 'Drop', from: ['To Do'], to: "Won't do" } as const;

  test('several done statuses need the setting', async () => {
    local.admin.setWorkflow('KAN', { statuses, transitions: [done, wontDo] });
    const { task } = await local.makeTree('KAN');
    const refusal = await local.jira.move({ id: task }, { to: 'done' });
    expect(refusal).toMatchObject({ kind: 'refused', code: 'several-done-statuses' });
    const statusId = /Won't do \((\d+)\)/.exec('reason' in refusal ? inWords(refusal.reason) : '')?.[1] ?? '';
    expect(await local.jira.move({ id: task }, { to: 'done', statusId })).toMatchObject({ kind: 'applied' });
    expect((await local.jira.fetch([task]))[0]?.status.name).toBe("Won't do");
  });

  test('a required resolution is sent', async () => {
    const finish = { ...done, requiredFields: ['resolution'] };
    local.admin.setWorkflow('KAN', { statuses, transitions: [finish], automaticResolution: false });
    const { task } = await local.makeTree('KAN');
    expect(await local.jira.move({ id: task }, { to: 'done' })).toMatchObject({ kind: 'applied' });
  });

  test('a parent with open Sub-tasks stays open, until they are done', async () => {
    const finish = { ...done, blockedByOpenSubtasks: true };
    local.admin.setWorkflow('KAN', { statuses, transitions: [finish] });
    const { task, subtask } = await local.makeTree('KAN');
    expect(await local.jira.move({ id: task }, { to: 'done' })).toMatchObject({ kind: 'refused' });
    await local.jira.move({ id: subtask }, { to: 'done' });
    expect(await local.jira.move({ id: task }, { to: 'done' })).toMatchObject({ kind: 'applied' });
  });

  test('no way back is told', async () => {
    local.admin.setWorkflow('KAN', { statuses, transitions: [done] });
    const { task } = await local.makeTree('KAN');
    await local.jira.move({ id: task }, { to: 'done' });
    expect(await local.jira.move({ id: task }, { to: 'open' })).toMatchObject({
      kind: 'refused',
      code: 'no-permission-or-workflow',
    });
  });

  test('a field that the app does not fill is named', async () => {
    const fieldId = local.admin.addRequiredField('KAN', { name: 'Reason', defaultValue: 'none' });
    local.admin.setWorkflow('KAN', { statuses, transitions: [{ ...done, requiredFields: [fieldId] }] });
    const { task } = await local.makeTree('KAN');
    const answer = worded(await local.jira.move({ id: task }, { to: 'done' }));
    expect(answer.kind === 'refused' && answer.reason).toContain('Reason');
  });
});

test('a caller’s permissions are their own', async () => {
  const allowed = (accountId: string) =>
    hasAnyPermission(local.as({ kind: 'user', accountId }), ['ADMINISTER_PROJECTS'], 'WA');
  expect(await allowed(PROJECT_ADMIN)).toBe(true);
  expect(await allowed(MEMBER)).toBe(false);
  expect(await hasAnyPermission(local.as({ kind: 'anonymous' }), ['BROWSE_PROJECTS'], 'WA')).toBe(false);
});
