import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID, MEMBER, PROJECT_ADMIN } from '../../../sandbox/jira/seed/users';
import { hasPermission } from '../../../src/jira/client/permissions';
import { openLocalSite, type LocalSite } from './local-site';

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
    const answer = await local.jira.profile('WA');
    expect(answer).toMatchObject({ kind: 'blocked' });
    expect(answer.kind === 'blocked' && answer.problems[0]).toContain(`"Team" (${field})`);
  });

  test('a required field with a default blocks nothing', async () => {
    local.admin.addRequiredField('WA', { name: 'Team', defaultValue: 'core' });
    expect(await local.jira.profile('WA')).toMatchObject({ kind: 'ready' });
  });

  test.each([
    [{ subtask: null }, 'sub-tasks'],
    [{ epic: null }, 'Epic level'],
  ])('a project without a level (%j) is blocked', async (issueTypes, words) => {
    local.admin.createProject({ key: 'FEW', name: 'Few', issueTypes });
    const answer = await local.jira.profile('FEW');
    expect(answer.kind === 'blocked' && answer.problems.join()).toContain(words);
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
    expect(await local.jira.profile('KAN')).toMatchObject({ kind: 'blocked' });
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
    const statusId = /Won't do \((\d+)\)/.exec('reason' in refusal ? refusal.reason : '')?.[1] ?? '';
    expect(await local.jira.move({ id: task }, { to: 'done', statusId })).toEqual({ kind: 'applied' });
    expect((await local.jira.fetch([task]))[0]?.status.name).toBe("Won't do");
  });

  test('a required resolution is sent', async () => {
    const finish = { ...done, requiredFields: ['resolution'] };
    local.admin.setWorkflow('KAN', { statuses, transitions: [finish], automaticResolution: false });
    const { task } = await local.makeTree('KAN');
    expect(await local.jira.move({ id: task }, { to: 'done' })).toEqual({ kind: 'applied' });
  });

  test('a parent with open Sub-tasks stays open, until they are done', async () => {
    const finish = { ...done, blockedByOpenSubtasks: true };
    local.admin.setWorkflow('KAN', { statuses, transitions: [finish] });
    const { task, subtask } = await local.makeTree('KAN');
    expect(await local.jira.move({ id: task }, { to: 'done' })).toMatchObject({ kind: 'refused' });
    await local.jira.move({ id: subtask }, { to: 'done' });
    expect(await local.jira.move({ id: task }, { to: 'done' })).toEqual({ kind: 'applied' });
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
    const answer = await local.jira.move({ id: task }, { to: 'done' });
    expect(answer.kind === 'refused' && answer.reason).toContain('Reason');
  });
});

test('a caller’s permissions are their own', async () => {
  const allowed = (accountId: string) =>
    hasPermission(local.as({ kind: 'user', accountId }), 'ADMINISTER_PROJECTS', 'WA');
  expect(await allowed(PROJECT_ADMIN)).toBe(true);
  expect(await allowed(MEMBER)).toBe(false);
  expect(await hasPermission(local.as({ kind: 'anonymous' }), 'BROWSE_PROJECTS', 'WA')).toBe(false);
});
