import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID, MEMBER, OUTSIDER, VIEWER } from '../../../sandbox/jira/seed/users';
import { create, openSite, search, type Client, type Role, type TestSite } from './site';

let site: TestSite;
let hidden: string;
let subtask: string;

/** An Epic, a Task with a security level under it, and the Task's Sub-task; and a Task that all may see. */
beforeEach(async () => {
  site = openSite();
  const client = site.as('member');
  const epic = await create(client, 'Epic');
  const task = await create(client, 'Task', { parent: { id: epic.id } });
  hidden = task.id;
  subtask = (await create(client, 'Subtask', { parent: { id: hidden } })).id;
  await create(client, 'Task', { parent: { id: epic.id } });
  site.jira.admin.hideIssue('WA-2', [MEMBER, OUTSIDER]);
});

const keys = async (client: Client, idsOrKeys: readonly string[]) =>
  (await client.post('/issue/bulkfetch', { issueIdsOrKeys: idsOrKeys })).at('issues.*.key');

describe('an issue with a security level', () => {
  test.each<[Role, words: string, seen: boolean]>([
    ['member', 'whom the level names', true],
    ['viewer', 'who may browse the project', false],
    ['project admin', 'who administers the project', false],
    ['jira admin', 'who administers Jira', false],
    ['the app', 'which has every permission in the project', false],
    ['outsider', 'whom the level names, and who may not browse the project', false],
    ['anonymous', 'who has no account', false],
  ])('%s, %s', async (role, _words, seen) => {
    const client = site.as(role);
    const [found, not] = seen ? [200, 204] : [404, 404];
    expect((await client.get(`/issue/${hidden}`)).status).toBe(found);
    expect((await client.get('/issue/WA-2')).status).toBe(found);
    expect((await client.get(`/issue/${hidden}/properties`)).status).toBe(found);
    expect((await client.get(`/issue/${hidden}/changelog`)).status).toBe(found);
    expect((await client.get(`/issue/${hidden}/transitions`)).status).toBe(found);
    expect((await client.get(`/mypermissions?permissions=EDIT_ISSUES&issueKey=WA-2`)).status).toBe(found);
    expect(await keys(client, ['WA-2', hidden, 'WA-3'])).toEqual(seen ? ['WA-2', 'WA-3'] : []);
    expect((await client.put('/issue/WA-2', { fields: { summary: 'x' } })).status).toBe(not);
  });

  test.each<Role>(['the app', 'jira admin', 'viewer'])('is in no answer to a search by %s', async (role) => {
    const client = site.as(role);
    expect(await search(client, 'project = WA order by key')).toEqual(['WA-1', 'WA-4']);
    const request = { jql: 'project = WA order by key', reconcileIssues: [Number(hidden)], fields: ['key'] };
    expect((await client.post('/search/jql', request)).at('issues.*.key')).toEqual(['WA-1', 'WA-4']);
    const refused = await client.post('/search/jql', { jql: 'key = WA-2' });
    expect([refused.status, refused.at('errorMessages.0')]).toEqual([
      400,
      "An issue with key 'WA-2' does not exist for field 'key'.",
    ]);
  });

  test('takes its Sub-tasks along, also those made later', async () => {
    await create(site.as('member'), 'Subtask', { parent: { id: hidden } });
    expect(await keys(site.as('the app'), [subtask, 'WA-5'])).toEqual([]);
    expect(await keys(site.as('member'), [subtask, 'WA-5'])).toEqual(['WA-3', 'WA-5']);
    expect(() => site.jira.admin.hideIssue(subtask, [])).toThrow(
      'a Sub-task has the security level of its parent',
    );
  });

  test("is nobody's parent to those who may not see it", async () => {
    const answer = await site.as('the app').post('/issue', {
      fields: {
        project: { key: 'WA' },
        issuetype: { name: 'Subtask' },
        summary: 'x',
        parent: { id: hidden },
      },
    });
    expect([answer.status, answer.at('errors.parent')]).toEqual([400, 'Could not find issue by id or key.']);
    site.jira.admin.hideIssue('WA-1', [MEMBER]);
    expect((await site.as('the app').get('/issue/WA-4')).at('fields.parent')).toBeUndefined();
    expect((await site.as('member').get('/issue/WA-4')).at('fields.parent.key')).toBe('WA-1');
  });

  test('cannot be moved on or deleted by those who may not see it', async () => {
    const app = site.as('the app');
    const { status } = await app.post('/issue/WA-2/transitions', { transition: { id: '11' } });
    expect([status, (await app.delete('/issue/WA-2?deleteSubtasks=true')).status]).toEqual([404, 404]);
    expect((await site.as('member').get('/issue/WA-2')).status).toBe(200);
  });

  test('gives no permission on it', async () => {
    const allowed = async (role: Role) => {
      const projectPermissions = [
        { permissions: ['BROWSE_PROJECTS'], issues: [Number(hidden), Number(subtask)] },
      ];
      return (await site.as(role).post('/permissions/check', { projectPermissions })).at(
        'projectPermissions.0.issues',
      );
    };
    expect([await allowed('member'), await allowed('the app')]).toEqual([
      [Number(hidden), Number(subtask)],
      [],
    ]);
  });

  test('is open to whom the level names next, and to all without one', async () => {
    site.jira.admin.hideIssue('WA-2', [APP_ACCOUNT_ID, VIEWER]);
    expect([await keys(site.as('the app'), ['WA-2']), await keys(site.as('member'), ['WA-2'])]).toEqual([
      ['WA-2'],
      [],
    ]);
    site.jira.admin.showIssue('WA-2');
    expect(await search(site.as('member'), 'project = WA order by key')).toEqual([
      'WA-1',
      'WA-2',
      'WA-3',
      'WA-4',
    ]);
  });

  test('is hidden from searches at once, however far the index lags', async () => {
    site.jira.admin.setIndexLag(60_000);
    site.jira.admin.hideIssue('WA-4', [MEMBER]);
    expect(await search(site.as('the app'), 'project = WA')).toEqual(['WA-1']);
  });

  test('goes on being one in another project', async () => {
    site.jira.admin.moveIssue('WA-2', 'KAN');
    expect([await keys(site.as('the app'), [hidden]), await keys(site.as('member'), [hidden])]).toEqual([
      [],
      ['KAN-1'],
    ]);
  });
});
