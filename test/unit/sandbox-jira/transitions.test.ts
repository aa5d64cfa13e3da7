import { describe, expect, test } from '@jest/globals';
import type { WorkflowSpec } from '../../../sandbox/jira/admin/workflow-spec';
import { create, openSite, type Client } from './site';

const names = async (client: Client, query = '') =>
  (await client.get(`/issue/WA-1/transitions${query}`)).at('transitions.*.name');

const move = async (client: Client, id: string, more: object = {}) =>
  (await client.post('/issue/WA-1/transitions', { transition: { id }, ...more })).status;

/** An issue WA-1 under a workflow. */
async function under(workflow: WorkflowSpec) {
  const site = openSite();
  site.jira.admin.setWorkflow('WA', workflow);
  await create(site.as('member'), 'Task');
  return { site, client: site.as('member') };
}

const STATUSES = [
  { name: 'To Do', category: 'new' },
  { name: 'Done', category: 'done' },
] as const;

describe('the default workflow', () => {
  test('entering done sets the resolution and the date of the category, leaving clears it', async () => {
    const site = openSite();
    const client = site.as('member');
    await create(client, 'Task');
    site.clock.advance(1000);
    expect(await move(client, '31')).toBe(204);
    const done = await client.get('/issue/WA-1');
    expect(done.at('fields')).toMatchObject({
      status: { name: 'Done', statusCategory: { key: 'done' } },
      resolution: { name: 'Done' },
      statuscategorychangedate: '2026-01-02T03:04:06.000+0000',
    });
    expect(await move(client, '21')).toBe(204);
    expect((await client.get('/issue/WA-1')).at('fields')).toMatchObject({
      status: { statusCategory: { key: 'indeterminate' } },
      resolution: null,
    });
  });

  test.each<[what: string, body: unknown]>([
    ['no transition', {}],
    ['a transition that does not exist', { transition: { id: '99' } }],
    ['a field without a screen', { transition: { id: '31' }, fields: { summary: 'x' } }],
  ])('refuses %s', async (_what, body) => {
    const client = openSite().as('member');
    await create(client, 'Task');
    expect((await client.post('/issue/WA-1/transitions', body)).status).toBe(400);
  });

  test('one transition can be asked for', async () => {
    const client = openSite().as('member');
    await create(client, 'Task');
    expect(await names(client, '?transitionId=31')).toEqual(['Done']);
    expect(await names(client, '?transitionId=99')).toEqual([]);
  });
});

describe('a workflow with a resolution screen', () => {
  const workflow: WorkflowSpec = {
    statuses: STATUSES,
    transitions: [{ name: 'Resolve', from: ['To Do'], to: 'Done', requiredFields: ['resolution'] }],
    automaticResolution: false,
  };

  test('lists the field, demands it, and sets what was given', async () => {
    const { client } = await under(workflow);
    const expanded = await client.get('/issue/WA-1/transitions?expand=transitions.fields');
    expect(expanded.at('transitions.0')).toMatchObject({
      hasScreen: true,
      isGlobal: false,
      fields: { resolution: { required: true, schema: { type: 'resolution' } } },
    });
    expect(await move(client, '11')).toBe(400);
    expect(await move(client, '11', { fields: { resolution: { name: 'No such' } } })).toBe(400);
    expect(await move(client, '11', { fields: { resolution: { name: 'Duplicate' } } })).toBe(204);
    expect((await client.get('/issue/WA-1')).at('fields.resolution.name')).toBe('Duplicate');
  });

  test('a done status without a resolution is possible: they are separate facts', async () => {
    const transitions = [{ name: 'Close', from: 'any', to: 'Done' }] as const;
    const { client } = await under({ statuses: STATUSES, transitions, automaticResolution: false });
    expect(await move(client, '11')).toBe(204);
    expect((await client.get('/issue/WA-1')).at('fields')).toMatchObject({
      status: { name: 'Done' },
      resolution: null,
    });
  });
});

test('a field that stands on the screen of a transition alone is demanded there, by name, and not at creation', async () => {
  const site = openSite();
  const reason = site.jira.admin.createField({ name: 'Reason' });
  site.jira.admin.setWorkflow('WA', {
    statuses: STATUSES,
    transitions: [{ name: 'Close', from: 'any', to: 'Done', requiredFields: [reason] }],
  });
  const client = site.as('member');
  await create(client, 'Task');
  const expanded = await client.get('/issue/WA-1/transitions?expand=transitions.fields');
  expect(expanded.at(`transitions.0.fields.${reason}`)).toMatchObject({ name: 'Reason', required: true });
  expect(await move(client, '11')).toBe(400);
  expect(await move(client, '11', { fields: { [reason]: 'It is done.' } })).toBe(204);
});

test('a workflow without a way to done has done among its statuses, and offers none', async () => {
  const { client } = await under({
    statuses: [...STATUSES, { name: 'Doing', category: 'indeterminate' }],
    transitions: [{ name: 'Start', from: 'any', to: 'Doing' }],
  });
  expect(await names(client)).toEqual(['Start']);
  const statuses = await client.get('/project/WA/statuses');
  expect(statuses.at('0.statuses.*.statusCategory.key')).toEqual(['new', 'done', 'indeterminate']);
});

test('a parent blocked by open Sub-tasks is not offered the transition until they are done', async () => {
  const { client } = await under({
    statuses: STATUSES,
    transitions: [
      { name: 'Close', from: 'any', to: 'Done', blockedByOpenSubtasks: true },
      { name: 'Reopen', from: ['Done'], to: 'To Do' },
    ],
  });
  const subtask = await create(client, 'Subtask', { parent: { key: 'WA-1' } });
  expect(await names(client)).toEqual([]);
  expect(await names(client, '?includeUnavailableTransitions=true')).toEqual(['Close']);
  expect(await move(client, '11')).toBe(400);
  await client.post(`/issue/${subtask.id}/transitions`, { transition: { id: '11' } });
  expect(await names(client)).toEqual(['Close']);
  expect(await move(client, '11')).toBe(204);
});

test('a workflow with no way back offers nothing from done', async () => {
  const { client } = await under({
    statuses: STATUSES,
    transitions: [{ name: 'Close', from: ['To Do'], to: 'Done' }],
  });
  await move(client, '11');
  expect(await names(client)).toEqual([]);
});

test('several done statuses are told by their category, not by their name', async () => {
  const { client } = await under({
    statuses: [...STATUSES, { name: 'Rejected', category: 'done' }],
    transitions: [
      { name: 'Finish', from: 'any', to: 'Done' },
      { name: 'Reject', from: 'any', to: 'Rejected' },
    ],
  });
  const answer = await client.get('/issue/WA-1/transitions');
  expect(answer.at('transitions.*.to.statusCategory.key')).toEqual(['done', 'done']);
});

test('a new workflow takes the issues along: same name first, else same category', async () => {
  const site = openSite();
  const client = site.as('member');
  await create(client, 'Task');
  await move(client, '21');
  site.jira.admin.setWorkflow('WA', {
    statuses: [...STATUSES, { name: 'Doing', category: 'indeterminate' }],
    transitions: [{ name: 'Close', from: 'any', to: 'Done' }],
  });
  expect((await client.get('/issue/WA-1')).at('fields.status.name')).toBe('Doing');
});
