import { describe, expect, test } from '@jest/globals';
import { openSite, type Answer, type Role } from './site';

const keys = (answer: Answer) => answer.at('values.*.key');

describe('who sees which projects', () => {
  test.each<[Role, string, string[]]>([
    ['jira admin', '', ['KAN', 'WA']],
    ['project admin', '?action=edit', ['KAN', 'WA']],
    ['member', '', ['KAN', 'WA']],
    ['member', '?action=create&typeKey=software', ['KAN', 'WA']],
    ['member', '?action=edit', []],
    ['viewer', '?action=browse', ['KAN', 'WA']],
    ['viewer', '?action=create', []],
    ['outsider', '', []],
    ['anonymous', '', []],
    ['the app', '?action=create', ['KAN', 'WA']],
    ['member', '?keys=WA', ['WA']],
    ['member', '?typeKey=business', []],
    ['member', '?query=kanb', ['KAN']],
    ['member', '?orderBy=-key', ['WA', 'KAN']],
  ])('%s asking for %s', async (role, query, expected) => {
    expect(keys(await openSite().as(role).get(`/project/search${query}`))).toEqual(expected);
  });

  test('pages carry the link to the next one', async () => {
    const first = await openSite().as('member').get('/project/search?maxResults=1&expand=issueTypes,lead');
    expect(first.body).toMatchObject({ total: 2, isLast: false });
    expect(first.at('nextPage')).toBe(
      'http://localhost:8080/jira/rest/api/3/project/search?maxResults=1&expand=issueTypes%2Clead&startAt=1',
    );
  });

  test('an action that does not exist is refused', async () => {
    expect((await openSite().as('member').get('/project/search?action=steal')).status).toBe(400);
  });
});

describe('a project', () => {
  test('is found by id and by key, with its issue types by hierarchy level', async () => {
    const client = openSite().as('member');
    const byKey = await client.get('/project/WA');
    expect((await client.get('/project/10000')).body).toEqual(byKey.body);
    expect(byKey.body).toMatchObject({ key: 'WA', style: 'next-gen', simplified: true });
    expect(byKey.at('issueTypes')).toMatchObject([
      { hierarchyLevel: 1, name: 'Epic', subtask: false },
      { hierarchyLevel: 0, name: 'Task', subtask: false },
      { hierarchyLevel: -1, name: 'Subtask', subtask: true },
    ]);
  });

  test('is a 404 to who may not see it', async () => {
    for (const role of ['outsider', 'anonymous'] as const) {
      expect((await openSite().as(role).get('/project/WA')).status).toBe(404);
    }
  });

  test('of a team has issue types and statuses of its own, of the company shares them', async () => {
    const client = openSite().as('member');
    const [wa, kan] = [await client.get('/project/WA'), await client.get('/project/KAN')];
    expect(wa.at('issueTypes.0.scope')).toEqual({ type: 'PROJECT', project: { id: '10000' } });
    expect(kan.at('issueTypes.0.scope')).toBeUndefined();
    const [ofWa, ofKan] = [
      await client.get('/project/WA/statuses'),
      await client.get('/project/KAN/statuses'),
    ];
    expect(ofWa.at('0.statuses.*.name')).toEqual(['To Do', 'In Progress', 'Done']);
    expect(ofKan.at('0.statuses.*.statusCategory.key')).toEqual(['new', 'new', 'indeterminate', 'done']);
  });

  test('that is archived is hidden, and nothing is made in it', async () => {
    const site = openSite();
    site.jira.admin.archiveProject('WA');
    expect((await site.as('member').get('/project/WA')).status).toBe(404);
    expect((await site.as('project admin').get('/project/WA')).at('archived')).toBe(true);
    expect(keys(await site.as('project admin').get('/project/search?status=archived'))).toEqual(['WA']);
  });

  test('can have localised types, or lack a level', async () => {
    const site = openSite();
    const issueTypes = { epic: null, task: 'Vorgang', subtask: 'Unteraufgabe' };
    const { id } = site.jira.admin.createProject({ key: 'DE', name: 'Deutsch', issueTypes });
    const types = await site.as('member').get(`/issuetype/project?projectId=${id}`);
    expect(types.body).toMatchObject([
      { hierarchyLevel: 0, name: 'Vorgang' },
      { hierarchyLevel: -1, name: 'Unteraufgabe' },
    ]);
  });
});

interface Field {
  fieldId: string;
  name: string;
  required: boolean;
  hasDefaultValue: boolean;
  allowedValues?: { name: string }[];
}

describe('create metadata', () => {
  const fieldsOf = async (site: ReturnType<typeof openSite>, project: string, name: string) => {
    const types = await site.as('member').get(`/issue/createmeta/${project}/issuetypes?maxResults=200`);
    const { id } = (types.at('issueTypes') as { id: string; name: string }[]).find(
      (type) => type.name === name,
    )!;
    const answer = await site
      .as('member')
      .get(`/issue/createmeta/${project}/issuetypes/${id}?maxResults=200`);
    return new Map((answer.at('fields') as Field[]).map((field) => [field.fieldId, field]));
  };

  test('a Sub-task requires its parent, an Epic has no such field', async () => {
    const site = openSite();
    expect((await fieldsOf(site, 'WA', 'Subtask')).get('parent')?.required).toBe(true);
    expect((await fieldsOf(site, 'WA', 'Task')).get('parent')?.required).toBe(false);
    expect((await fieldsOf(site, 'WA', 'Epic')).has('parent')).toBe(false);
  });

  test('required fields with a default are told from those without', async () => {
    const site = openSite();
    site.jira.admin.addRequiredField('WA', { name: 'Cost centre' });
    site.jira.admin.addRequiredField('WA', { name: 'Team', defaultValue: 'Platform' });
    const fields = [...(await fieldsOf(site, 'WA', 'Task')).values()];
    const demanded = fields.filter((field) => field.required && !field.hasDefaultValue);
    expect(demanded.map((field) => field.name)).toEqual(['Summary', 'Issue Type', 'Project', 'Cost centre']);
  });

  test('the priority field offers the scheme of the project, and only where the screen has it', async () => {
    const site = openSite();
    const options = { key: 'PR', name: 'Priorities', priorityIds: ['10000', '3', '10001'] };
    const { id } = site.jira.admin.createProject({ ...options, priorityLevels: [0] });
    const priority = (await fieldsOf(site, 'PR', 'Task')).get('priority');
    expect(priority?.allowedValues?.map((value) => value.name)).toEqual(['Critical', 'Medium', 'Minor']);
    expect((await fieldsOf(site, 'PR', 'Epic')).has('priority')).toBe(false);
    const found = await site.as('member').get(`/priority/search?projectId=${id}`);
    expect(found.at('values.*.id')).toEqual(['10000', '3', '10001']);
  });

  test.each<[string, Role, string]>([
    ['a page of more than 200', 'member', '/issue/createmeta/WA/issuetypes?maxResults=201'],
    ['a project that does not exist', 'member', '/issue/createmeta/NO/issuetypes'],
    ['somebody who may not create', 'viewer', '/issue/createmeta/WA/issuetypes'],
    ['an issue type of another project', 'member', '/issue/createmeta/WA/issuetypes/10003'],
  ])('is refused for %s', async (_what, role, path) => {
    expect((await openSite().as(role).get(path)).status).toBe(400);
  });
});

test('the lists of the site keep the document', async () => {
  const client = openSite().as('jira admin');
  const paths = [
    ...['/issuetype', '/field', '/priority', '/resolution', '/resolution/search', '/label', '/status'],
    ...['/statuses/search', '/myself', '/users/search', '/serverInfo'],
  ];
  for (const path of paths) expect((await client.get(path)).status).toBe(200);
});
