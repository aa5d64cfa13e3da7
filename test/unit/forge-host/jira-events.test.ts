import { beforeEach, describe, expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';
import type { JiraEvent } from '../../../sandbox/jira/events';
import { type Caller, createJira, type Jira } from '../../../sandbox/jira/jira';
import { APP_ACCOUNT_ID, MEMBER, PROJECT_ADMIN } from '../../../sandbox/jira/seed/users';
import { openStore } from '../../../sandbox/store/store';

const ISSUES = ['created', 'updated', 'deleted'].map((what) => `avi:jira:${what}:issue`);
const PROJECTS = ['created', 'updated', 'archived', 'unarchived', 'deleted'].map(
  (what) => `avi:jira:${what}:project`,
);
const APP: Caller = { kind: 'app' };

let jira: Jira;
let events: JiraEvent[];
beforeEach(() => {
  events = [];
  const clock = manualClock(Date.UTC(2031, 0, 1));
  jira = createJira({ store: openStore(), clock, baseUrl: 'https://site.example' });
  jira.listen(new Set([...ISSUES, ...PROJECTS]), (event) => events.push(event));
});

async function send(method: string, path: string, body: object, caller: Caller = member): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const request = new Request(`https://site.example/rest/api/3${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  const { response } = await jira.handle(request, caller);
  expect(response.status).toBeLessThan(300);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

const member: Caller = { kind: 'user', accountId: MEMBER };

async function create(
  name = 'Task',
  more: object = {},
  caller = member,
): Promise<{ id: string; key: string }> {
  const fields = { project: { key: 'WA' }, issuetype: { name }, summary: 'A question', ...more };
  return (await send('POST', '/issue', { fields }, caller)) as { id: string; key: string };
}

const types = () => events.map(({ eventType }) => eventType.replace('avi:jira:', ''));

describe('Jira tells', () => {
  test('of a new issue what the documentation lists, and no more', async () => {
    const { id, key } = await create('Task', { labels: ['a'] });
    expect(events).toEqual([
      {
        eventType: 'avi:jira:created:issue',
        selfGenerated: false,
        issue: { id, key, fields: expect.objectContaining({ summary: 'A question', assignee: null }) },
        atlassianId: MEMBER,
        associatedUsers: [{ accountId: MEMBER }],
      },
    ]);
    const { fields } = events[0]!.issue as { fields: object };
    expect(Object.keys(fields).sort()).toEqual(
      [
        'assignee',
        'created',
        'creator',
        'issuetype',
        'project',
        'reporter',
        'status',
        'summary',
        'updated',
      ].sort(),
    );
    expect(fields).toMatchObject({
      project: { key: 'WA' },
      status: { name: 'To Do' },
      reporter: { accountId: MEMBER },
    });
  });

  test('of a moved card both statuses', async () => {
    const { id } = await create();
    const { transitions } = (await (
      await jira.handle(new Request(`https://site.example/rest/api/3/issue/${id}/transitions`), member)
    ).response.json()) as { transitions: { id: string; to: { id: string; name: string } }[] };
    const done = transitions.find(({ to }) => to.name === 'Done')!;
    await send('POST', `/issue/${id}/transitions`, { transition: { id: done.id } });
    const { changelog, associatedStatuses } = events[1]!;
    expect(changelog).toEqual({
      items: expect.arrayContaining([
        expect.objectContaining({ field: 'status', fromString: 'To Do', to: done.to.id, toString: 'Done' }),
      ]),
    });
    expect(associatedStatuses).toMatchObject([{ name: 'To Do' }, { name: 'Done' }]);
  });

  test('of another assignee, who that is', async () => {
    const { id } = await create();
    await send('PUT', `/issue/${id}`, { fields: { assignee: { accountId: PROJECT_ADMIN } } });
    expect(events[1]).toMatchObject({
      associatedUsers: [{ accountId: MEMBER }, { accountId: PROJECT_ADMIN }],
      issue: { fields: { assignee: { accountId: PROJECT_ADMIN } } },
    });
    expect(events[1]).not.toHaveProperty('associatedStatuses');
  });

  test('of a move to another project as an update, of Sub-tasks too', async () => {
    const { key } = await create();
    await create('Subtask', { parent: { key } });
    jira.admin.moveIssue(key, 'KAN');
    expect(types().slice(2)).toEqual(['updated:issue', 'updated:issue']);
    expect(events[2]).toMatchObject({
      issue: { key: 'KAN-1', fields: { project: { key: 'KAN' } } },
      changelog: {
        items: expect.arrayContaining([
          expect.objectContaining({ field: 'Key', fromString: key, toString: 'KAN-1' }),
          expect.objectContaining({ field: 'project', fromString: 'Well-Architected', toString: 'Kanban' }),
        ]) as unknown,
      },
    });
  });

  test('of a deleted issue as it was, and not of its Sub-tasks', async () => {
    const { id, key } = await create();
    await create('Subtask', { parent: { key } });
    jira.admin.deleteIssue(key);
    expect(types().slice(2)).toEqual(['deleted:issue']);
    expect(events[2]).toMatchObject({
      issue: { id, key, fields: { summary: 'A question' } },
      atlassianId: PROJECT_ADMIN,
    });
  });

  test('of a project that is renamed, archived, restored and deleted, and not of its issues', async () => {
    await create();
    const { admin } = jira;
    admin.renameProject('WA', 'WB');
    admin.archiveProject('WB');
    admin.restoreProject('WB');
    admin.deleteProject('WB');
    admin.createProject({ key: 'WC', name: 'Another' });
    const projects = ['updated', 'archived', 'unarchived', 'deleted', 'created'].map(
      (what) => `${what}:project`,
    );
    expect(types().slice(1)).toEqual(projects);
    expect(events[1]).toMatchObject({
      selfGenerated: false,
      project: { key: 'WB', name: 'Well-Architected' },
    });
  });

  test('of what the app does, that the app did it', async () => {
    const { id } = await create('Task', {}, APP);
    await send('PUT', `/issue/${id}`, { fields: { summary: 'Other' } }, APP);
    expect(events.map(({ selfGenerated }) => selfGenerated)).toEqual([true, true]);
    expect(events[1]).toMatchObject({ atlassianId: APP_ACCOUNT_ID });
  });
});

describe('Jira does not tell', () => {
  test('of an edit that changes nothing, nor of one of entity properties alone', async () => {
    const { id } = await create();
    await send('PUT', `/issue/${id}`, { fields: { summary: 'A question' } });
    await send('PUT', `/issue/${id}/properties/p`, { a: 1 });
    expect(types()).toEqual(['created:issue']);
  });

  test('of what nobody asked for', async () => {
    jira.listen(new Set(['avi:jira:deleted:issue']), (event) => events.push(event));
    const { key } = await create();
    jira.admin.deleteIssue(key);
    expect(types()).toEqual(['deleted:issue']);
  });
});
