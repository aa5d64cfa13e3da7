/** Cases about projects and workflows that break other tools, each by name, on the local site. */
import { afterEach, expect, test } from '@jest/globals';
import type { ProjectOptions } from '../../sandbox/jira/admin/create-project';
import type { WorkflowSpec } from '../../sandbox/jira/admin/workflow-spec';
import { MEMBER } from '../../sandbox/jira/seed/users';
import { asPerson } from './open-site';
import { openSmallSite, type SmallSite } from './small-site';

let site: SmallSite;
afterEach(() => site.close());

const SELECT_KEYS = {
  ChoiceUpdates: {
    keys_no: { Status: 'UNSELECTED' },
    keys_rotated: { Status: 'SELECTED' },
    keys_scoped: { Status: 'SELECTED' },
    keys_audited: { Status: 'SELECTED' },
  },
} as const;

async function openProject(options: Omit<ProjectOptions, 'key' | 'name'>): Promise<void> {
  site = await openSmallSite();
  site.site.jira.admin.createProject({ key: 'NEW', name: 'New project', ...options });
  await site.connectProject('NEW');
}

test('a required custom field blocks the sync before any write, and is named', async () => {
  await openProject({ requiredFields: [{ name: 'Cost centre' }] });
  const outcome = await site.run({ projectKey: 'NEW' });
  expect(outcome.kind).toBe('blocked');
  expect(outcome.refusal).toMatch(/Cost centre/);
  expect(site.writes()).toEqual([]);
});

test.each([
  ['Epics', { epic: null }, /Epic level/],
  ['Sub-tasks', { subtask: null }, /sub-tasks/],
])('a project without %s is refused with a clear error', async (_, issueTypes, words) => {
  await openProject({ issueTypes });
  const outcome = await site.run({ projectKey: 'NEW' });
  expect([outcome.kind, site.writes()]).toEqual(['blocked', []]);
  expect(outcome.refusal).toMatch(words);
});

test.each([['classic'], ['next-gen']] as const)(
  'a %s project with localised issue types works',
  async (style) => {
    await openProject({ style, issueTypes: { epic: 'Epos', task: 'Vorgang', subtask: 'Unteraufgabe' } });
    const outcome = await site.run({ projectKey: 'NEW' });
    expect([outcome.failed, outcome.created]).toEqual([[], { epics: 1, tasks: 3, subtasks: 7 }]);
  },
);

test('priorities are set where the field is on the screen, by the project’s own scheme', async () => {
  await openProject({ priorityLevels: [0], priorityIds: ['4', '5'] });
  expect((await site.run({ projectKey: 'NEW' })).failed).toEqual([]);
  expect((await site.issue('How do you keep keys?')).fields.priority?.id).toBe('4');
});

const OPEN = { name: 'Open', category: 'new' } as const;
const DONE = { name: 'Fixed', category: 'done' } as const;
const REJECTED = { name: 'Rejected', category: 'done' } as const;

async function closeKeys(workflow: WorkflowSpec) {
  await openProject({ workflow });
  await site.run({ projectKey: 'NEW' });
  site.answer('keys', SELECT_KEYS);
  return site.run({ projectKey: 'NEW' });
}

test('closing follows the review, children before their Task', async () => {
  const outcome = await closeKeys({
    statuses: [OPEN, DONE],
    transitions: [
      { name: 'Fix', from: ['Open'], to: 'Fixed', blockedByOpenSubtasks: true },
      { name: 'Reopen', from: ['Fixed'], to: 'Open' },
    ],
  });
  expect([outcome.closed, outcome.failed]).toEqual([4, []]);
  expect((await site.issue('How do you keep keys?')).fields.status.name).toBe('Fixed');
  site.answer('keys', { SelectedChoices: ['keys_no'] });
  const undone = await site.run({ projectKey: 'NEW' });
  expect([undone.reopened, undone.failed]).toEqual([4, []]);
});

test('a Task that open Sub-tasks of the team block is not closed, and nothing fails', async () => {
  site = await openSmallSite();
  await site.run();
  const { key } = await site.issue('How do you keep keys?');
  const own = await asPerson(
    site.site,
    'POST',
    'issue',
    {
      fields: {
        project: { key: 'WA' },
        parent: { key },
        summary: 'Ask the auditors',
        issuetype: { name: 'Subtask' },
      },
    },
    MEMBER,
  );
  expect(own.status).toBe(201);
  site.answer('keys', SELECT_KEYS);
  const outcome = await site.run();
  expect([outcome.closed, outcome.failed]).toEqual([3, []]);
  expect((await site.issue('How do you keep keys?')).fields.status.name).toBe('To Do');
});

test('a screen that requires a resolution gets one', async () => {
  const outcome = await closeKeys({
    statuses: [OPEN, DONE],
    transitions: [
      { name: 'Fix', from: 'any', to: 'Fixed', screenFields: ['resolution'], requiredFields: ['resolution'] },
    ],
    automaticResolution: false,
  });
  expect([outcome.closed, outcome.failed]).toEqual([4, []]);
});

test('several done statuses: the app asks, and the setting decides', async () => {
  const workflow: WorkflowSpec = {
    statuses: [OPEN, DONE, REJECTED],
    transitions: [
      { name: 'Fix', from: ['Open'], to: 'Fixed' },
      { name: 'Reject', from: ['Open'], to: 'Rejected' },
    ],
  };
  const asked = await closeKeys(workflow);
  expect([asked.kind, asked.closed]).toEqual(['blocked', 0]);
  expect(asked.refusal).toMatch(/type Sub-task: Fixed \(\d+\), Rejected \(\d+\)\. .*doneStatusId/);
  const { body } = await asPerson(site.site, 'GET', 'project/NEW/statuses');
  const doneStatusId = (body as { statuses: { id: string; name: string }[] }[])
    .flatMap(({ statuses }) => statuses)
    .find(({ name }) => name === 'Fixed')?.id;
  const { workloads } = await site.call('workload.list', { projectKey: 'NEW' });
  const workloadArn = workloads.find(({ name }) => name === 'Small Lens')?.arn;
  const settings = { scope: 'risks', selection: {}, doneStatusId };
  await site.call('settings.save', { projectKey: 'NEW', workloadArn, settings });
  const decided = await site.run({ projectKey: 'NEW' });
  expect([decided.closed, decided.failed]).toEqual([4, []]);
});

test('a workflow with no way back is reported with the name of the status', async () => {
  await closeKeys({ statuses: [OPEN, DONE], transitions: [{ name: 'Fix', from: ['Open'], to: 'Fixed' }] });
  site.answer('keys', { SelectedChoices: ['keys_no'] });
  const outcome = await site.run({ projectKey: 'NEW' });
  expect(outcome.reopened).toBe(0);
  expect(outcome.failed).toHaveLength(4);
  expect(outcome.failed.every(({ reason }) => reason.includes('Fixed'))).toBe(true);
});
