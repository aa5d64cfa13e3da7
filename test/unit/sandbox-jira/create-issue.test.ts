import { describe, expect, test } from '@jest/globals';
import { adf, create, fields, openSite } from './site';

const NOT_ON_SCREEN = (field: string) =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;

describe('what a create refuses, by field', () => {
  test.each<[what: string, more: Record<string, unknown>, errors: Record<string, string>]>([
    ['no summary', { summary: undefined }, { summary: 'You must specify a summary of the issue.' }],
    ['an empty summary', { summary: '  ' }, { summary: 'You must specify a summary of the issue.' }],
    [
      'a summary of two lines',
      { summary: 'a\nb' },
      { summary: 'The summary is invalid because it contains newline characters.' },
    ],
    [
      'a summary of 256 characters',
      { summary: 'x'.repeat(256) },
      { summary: 'Summary must be less than 255 characters.' },
    ],
    [
      'a label with a space',
      { labels: ['a b'] },
      { labels: "The label 'a b' contains spaces which is invalid." },
    ],
    [
      'a label of 256 characters',
      { labels: ['x'.repeat(256)] },
      { labels: `The label '${'x'.repeat(256)}' exceeds the maximum length of 255 characters.` },
    ],
    [
      'a description of plain text',
      { description: 'text' },
      {
        description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      },
    ],
    [
      'a description that is too long',
      { description: adf('x'.repeat(32_800)) },
      { description: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' },
    ],
    ['an unknown priority', { priority: { id: '99' } }, { priority: 'The priority selected is invalid.' }],
    [
      'a priority outside the scheme',
      { priority: { id: '10000' } },
      { priority: 'The priority selected is invalid.' },
    ],
    ['an unknown field', { colour: 'red' }, { colour: NOT_ON_SCREEN('colour') }],
    ['a status', { status: { name: 'Done' } }, { status: NOT_ON_SCREEN('status') }],
    ['a resolution', { resolution: { name: 'Done' } }, { resolution: NOT_ON_SCREEN('resolution') }],
    ['an unknown project', { project: { key: 'NO' } }, { project: 'Specify a valid project ID or key' }],
    ['no issue type', { issuetype: undefined }, { issuetype: 'Specify an issue type' }],
    [
      'an issue type of another project',
      { issuetype: { id: '10004' } },
      { issuetype: 'The issue type selected is invalid.' },
    ],
    ['an unknown parent', { parent: { key: 'WA-99' } }, { parent: 'Could not find issue by id or key.' }],
    [
      'a due date with a time',
      { duedate: '2026-01-02T00:00' },
      { duedate: 'Error parsing date string: "2026-01-02T00:00"' },
    ],
  ])('%s', async (_what, more, errors) => {
    const answer = await openSite()
      .as('member')
      .post('/issue', { fields: fields('Task', more) });
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: [], errors } });
  });

  test('an invalid document is an opaque INVALID_INPUT', async () => {
    const description = { version: 1, type: 'doc', content: [{ type: 'text', text: '' }] };
    const answer = await openSite()
      .as('member')
      .post('/issue', { fields: fields('Task', { description }) });
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: ['INVALID_INPUT'], errors: {} } });
  });

  test('a required custom field is named, all complaints come together, and nothing is made', async () => {
    const site = openSite();
    const field = site.jira.admin.addRequiredField('WA', { name: 'Cost centre' });
    const answer = await site.as('member').post('/issue', { fields: fields('Task', { labels: ['a b'] }) });
    expect(answer.at('errors')).toEqual({
      labels: "The label 'a b' contains spaces which is invalid.",
      [field]: 'Cost centre is required.',
    });
    expect((await site.as('member').get('/issue/WA-1')).status).toBe(404);
    expect(await create(site.as('member'), 'Task', { [field]: '4711' })).toMatchObject({ key: 'WA-1' });
  });
});

describe('the tree', () => {
  const WRONG_LEVEL = { parentId: 'Given parent issue does not belong to appropriate hierarchy.' };
  const NO_PARENT = { issuetype: 'Issue type is a sub-task but parent issue key or id not specified.' };

  test.each<[child: string, parent: string | undefined, errors: object | undefined]>([
    ['Task', 'Epic', undefined],
    ['Subtask', 'Task', undefined],
    ['Task', undefined, undefined],
    ['Epic', undefined, undefined],
    ['Task', 'Task', WRONG_LEVEL],
    ['Subtask', 'Epic', WRONG_LEVEL],
    ['Subtask', undefined, NO_PARENT],
  ])('a %s under: %s', async (child, parent, errors) => {
    const client = openSite().as('member');
    const above = parent === undefined ? undefined : await create(client, parent);
    const more = above === undefined ? {} : { parent: { id: above.id } };
    const answer = await client.post('/issue', { fields: fields(child, more) });
    expect(answer.status).toBe(errors === undefined ? 201 : 400);
    if (errors !== undefined) expect(answer.at('errors')).toEqual(errors);
  });

  test('an Epic has no parent field at all', async () => {
    const client = openSite().as('member');
    const epic = await create(client, 'Epic');
    const answer = await client.post('/issue', { fields: fields('Epic', { parent: { id: epic.id } }) });
    expect(answer.at('errors')).toEqual({ parent: NOT_ON_SCREEN('parent') });
  });

  test('a Sub-task stays in the project of its parent', async () => {
    const client = openSite().as('member');
    const parent = await create(client, 'Task');
    const more = { project: { key: 'KAN' }, parent: { key: parent.key } };
    const answer = await client.post('/issue', { fields: fields('Sub-task', more) });
    expect(answer.at('errors')).toEqual({
      issuetype: 'The issue type selected is invalid.',
      project: 'Sub-tasks must be created in the same project as the parent.',
    });
  });

  test('an Epic of another team-managed project is no parent', async () => {
    const client = openSite().as('member');
    const epic = await create(client, 'Epic');
    const more = { project: { key: 'KAN' }, parent: { key: epic.key } };
    expect((await client.post('/issue', { fields: fields('Task', more) })).at('errors')).toEqual(WRONG_LEVEL);
  });

  test('a parent shows its Sub-tasks, an Epic does not show its Tasks', async () => {
    const client = openSite().as('member');
    const epic = await create(client, 'Epic');
    const task = await create(client, 'Task', { parent: { id: epic.id } });
    const subtask = await create(client, 'Subtask', { parent: { id: task.id } });
    const read = (key: string) => client.get(`/issue/${key}`);
    expect((await read(epic.key)).at('fields.subtasks')).toEqual([]);
    expect((await read(task.key)).at('fields.subtasks')).toMatchObject([
      { id: subtask.id, key: subtask.key },
    ]);
    expect((await read(task.key)).at('fields.parent')).toMatchObject({
      id: epic.id,
      fields: { summary: 'A Epic' },
    });
  });
});

describe('what reads back', () => {
  test('defaults: priority, status, reporter, and times in the form of Jira', async () => {
    const client = openSite().as('member');
    await create(client, 'Task', { labels: ['b', 'a', 'b'] });
    expect((await client.get('/issue/WA-1')).at('fields')).toMatchObject({
      priority: { name: 'Medium' },
      status: { name: 'To Do', statusCategory: { key: 'new' } },
      reporter: { displayName: 'Member' },
      labels: ['a', 'b'],
      resolution: null,
      created: '2026-01-02T03:04:05.000+0000',
      statuscategorychangedate: '2026-01-02T03:04:05.000+0000',
    });
  });

  test('a description comes back with local ids, not byte for byte', async () => {
    const client = openSite().as('member');
    await create(client, 'Task', { description: adf('text') });
    const answer = await client.get('/issue/WA-1?fields=description');
    const description = answer.at('fields.description');
    expect(description).not.toEqual(adf('text'));
    expect(description).toMatchObject(adf('text'));
    expect(answer.at('fields.description.content.0.attrs.localId')).toEqual(expect.any(String));
  });

  test('only the fields and properties that were asked for', async () => {
    const client = openSite().as('member');
    await create(client, 'Task', {}, { properties: [{ key: 'p', value: { a: 1 } }] });
    const answer = await client.get('/issue/wa-1?fields=summary,-labels&properties=p,q');
    expect(Object.keys(answer.at('fields') as object)).toEqual(['summary']);
    expect(answer.at('properties')).toEqual({ p: { a: 1 } });
  });
});
