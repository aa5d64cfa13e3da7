import { describe, expect, test } from '@jest/globals';
import { validateAdf } from '../../../sandbox/jira/adf/validate-adf';
import { adf, create, openSite } from './site';

describe('editing', () => {
  test.each<[what: string, operations: object[], after: string[]]>([
    ['add', [{ add: 'c' }], ['a', 'b', 'c']],
    ['add one that is there', [{ add: 'a' }], ['a', 'b']],
    ['remove', [{ remove: 'a' }], ['b']],
    ['remove one that is not there', [{ remove: 'z' }], ['a', 'b']],
    ['add and remove', [{ add: 'c' }, { remove: 'b' }], ['a', 'c']],
    ['set', [{ set: ['x'] }], ['x']],
  ])('labels: %s', async (_what, labels, after) => {
    const client = openSite().as('member');
    await create(client, 'Task', { labels: ['b', 'a'] });
    expect((await client.put('/issue/WA-1', { update: { labels } })).status).toBe(204);
    expect((await client.get('/issue/WA-1')).at('fields.labels')).toEqual(after);
  });

  test.each<[what: string, body: object, errors: object]>([
    [
      'an empty summary',
      { fields: { summary: '' } },
      { summary: 'You must specify a summary of the issue.' },
    ],
    [
      'a label with a space',
      { update: { labels: [{ add: 'a b' }] } },
      { labels: "The label 'a b' contains spaces which is invalid." },
    ],
    [
      'one field both ways',
      { fields: { labels: ['a'] }, update: { labels: [{ add: 'b' }] } },
      { labels: "Field 'labels' cannot appear in both 'fields' and 'update'" },
    ],
    [
      'the status',
      { fields: { status: { id: '10002' } } },
      { status: "Field 'status' cannot be set. It is not on the appropriate screen, or unknown." },
    ],
    [
      'the project',
      { fields: { project: { key: 'KAN' } } },
      { project: "Field 'project' cannot be set. It is not on the appropriate screen, or unknown." },
    ],
    [
      'an operation that the field does not have',
      { update: { summary: [{ add: 'x' }] } },
      { summary: "Field with id 'summary' does not support operation 'add'" },
    ],
  ])('refuses %s, and changes nothing', async (_what, body, errors) => {
    const client = openSite().as('member');
    await create(client, 'Task');
    const before = await client.get('/issue/WA-1');
    expect(await client.put('/issue/WA-1', body)).toMatchObject({ status: 400, body: { errors } });
    expect((await client.get('/issue/WA-1')).body).toEqual(before.body);
  });

  test('never transitions', async () => {
    const client = openSite().as('member');
    await create(client, 'Task');
    await client.put('/issue/WA-1', { fields: { summary: 'new' }, transition: { id: '31' } });
    expect((await client.get('/issue/WA-1')).at('fields')).toMatchObject({
      summary: 'new',
      status: { name: 'To Do' },
    });
  });

  test('sets properties with the fields, and answers the issue where asked to', async () => {
    const client = openSite().as('member');
    await create(client, 'Task');
    const body = { fields: { summary: 'new' }, properties: [{ key: 'p', value: [1] }] };
    const answer = await client.put('/issue/WA-1?returnIssue=true&notifyUsers=false', body);
    expect([answer.status, answer.at('fields.summary')]).toEqual([200, 'new']);
    expect((await client.get('/issue/WA-1/properties/p')).body).toEqual({ key: 'p', value: [1] });
  });

  test('a parent is set and removed; a Sub-task keeps one', async () => {
    const client = openSite().as('member');
    const epic = await create(client, 'Epic');
    const task = await create(client, 'Task');
    const subtask = await create(client, 'Subtask', { parent: { id: task.id } });
    expect((await client.put(`/issue/${task.id}`, { fields: { parent: { key: epic.key } } })).status).toBe(
      204,
    );
    expect((await client.get(`/issue/${task.id}`)).at('fields.parent.key')).toBe(epic.key);
    const none = { update: { parent: [{ set: { none: true } }] } };
    expect((await client.put(`/issue/${task.id}`, none)).status).toBe(204);
    expect((await client.get(`/issue/${task.id}`)).at('fields.parent')).toBeUndefined();
    expect((await client.put(`/issue/${subtask.id}`, none)).status).toBe(400);
  });
});

describe('what an edit leaves behind', () => {
  test('a history, oldest first', async () => {
    const site = openSite();
    const client = site.as('member');
    await create(client, 'Task', { labels: ['a'] });
    site.clock.advance(1000);
    await client.put('/issue/WA-1', { fields: { summary: 'new', labels: ['b'] } });
    await site.as('project admin').put('/issue/WA-1', { fields: { description: adf('d') } });
    const answer = await client.get('/issue/WA-1/changelog');
    expect(answer.at('values')).toMatchObject([
      {
        author: { displayName: 'Member' },
        created: '2026-01-02T03:04:06.000+0000',
        items: [
          { field: 'summary', from: null, fromString: 'A Task', toString: 'new' },
          { field: 'labels', fromString: 'a', toString: 'b' },
        ],
      },
      { author: { displayName: 'Space admin' }, items: [{ field: 'description', toString: 'd' }] },
    ]);
    expect((await client.get('/issue/WA-1')).at('fields.updated')).toBe('2026-01-02T03:04:06.000+0000');
  });

  test.each<[what: string, path: string, body: unknown]>([
    [
      'writing what is there already',
      '/issue/WA-1',
      { fields: { summary: 'A Task', description: adf('d') } },
    ],
    ['writing an entity property', '/issue/WA-1/properties/p', { a: 1 }],
  ])('%s leaves no history and no new date', async (_what, path, body) => {
    const site = openSite();
    const client = site.as('member');
    await create(client, 'Task', { description: adf('d') });
    site.clock.advance(1000);
    expect((await client.put(path, body)).status).toBeLessThan(300);
    expect((await client.get('/issue/WA-1')).at('fields.updated')).toBe('2026-01-02T03:04:05.000+0000');
    expect((await client.get('/issue/WA-1/changelog')).at('total')).toBe(0);
  });
});

test('a description of every kind of node reads back valid, and writing that back changes nothing', async () => {
  const client = openSite().as('member');
  const paragraph = {
    type: 'paragraph',
    content: [{ type: 'text', text: 't', marks: [{ type: 'strong' }] }],
  };
  const item = { type: 'listItem', content: [paragraph] };
  const cells = ['tableHeader', 'tableCell'].map((type) => ({ type, attrs: {}, content: [paragraph] }));
  const content = [
    paragraph,
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'h' }] },
    { type: 'bulletList', content: [item, item] },
    { type: 'orderedList', content: [item] },
    { type: 'blockquote', content: [paragraph] },
    { type: 'codeBlock', content: [{ type: 'text', text: 'c' }] },
    { type: 'panel', attrs: { panelType: 'info' }, content: [paragraph] },
    { type: 'rule' },
    { type: 'table', content: [{ type: 'tableRow', content: cells }] },
  ];
  await create(client, 'Task', { description: { version: 1, type: 'doc', content } });
  const description = (await client.get('/issue/WA-1')).at('fields.description');
  expect(validateAdf(description)).toBeUndefined();
  expect((await client.put('/issue/WA-1', { fields: { description } })).status).toBe(204);
  expect((await client.get('/issue/WA-1/changelog')).at('total')).toBe(0);
});

describe('deleting', () => {
  test('a parent with Sub-tasks needs to be told so', async () => {
    const client = openSite().as('project admin');
    const task = await create(client, 'Task');
    const subtask = await create(client, 'Subtask', { parent: { id: task.id } });
    expect((await client.delete(`/issue/${task.id}`)).status).toBe(400);
    expect((await client.delete(`/issue/${task.id}?deleteSubtasks=true`)).status).toBe(204);
    expect((await client.get(`/issue/${subtask.id}`)).status).toBe(404);
  });

  test('an Epic leaves its Tasks behind, and no number is given twice', async () => {
    const client = openSite().as('project admin');
    const epic = await create(client, 'Epic');
    const task = await create(client, 'Task', { parent: { id: epic.id } });
    expect((await client.delete(`/issue/${epic.id}`)).status).toBe(204);
    expect((await client.get(`/issue/${task.id}`)).at('fields.parent')).toBeUndefined();
    await client.delete(`/issue/${task.id}`);
    expect(await create(client, 'Task')).toMatchObject({ key: 'WA-3' });
  });
});

describe('entity properties', () => {
  test('are made, changed, listed and removed', async () => {
    const client = openSite().as('member');
    await create(client, 'Task');
    const path = '/issue/WA-1/properties/well-architected';
    expect((await client.put(path, { v: 1 })).status).toBe(201);
    expect((await client.put(path, { v: 2 })).status).toBe(200);
    expect((await client.get(path)).body).toEqual({ key: 'well-architected', value: { v: 2 } });
    expect((await client.get('/issue/WA-1/properties')).at('keys.*.key')).toEqual(['well-architected']);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.delete(path)).status).toBe(404);
  });

  test.each<[what: string, key: string, value: unknown, status: number]>([
    ['a value of 32,768 characters', 'p', 'x'.repeat(32_766), 201],
    ['a value of one more', 'p', 'x'.repeat(32_767), 400],
    ['a key of 255 characters', 'k'.repeat(255), 1, 201],
    ['a key of one more', 'k'.repeat(256), 1, 400],
    ['null', 'p', null, 201],
    ['no value', 'p', undefined, 400],
  ])('%s', async (_what, key, value, status) => {
    const client = openSite().as('member');
    await create(client, 'Task');
    expect((await client.put(`/issue/WA-1/properties/${key}`, value)).status).toBe(status);
  });
});
