import { beforeEach, describe, expect, test } from '@jest/globals';
import type { JiraEvent } from '../../../sandbox/jira/events';
import { create, openSite, type TestSite } from './site';

let site: TestSite;
let events: JiraEvent[];

beforeEach(() => {
  events = [];
  site = openSite();
  site.jira.listen(new Set(['avi:jira:updated:issue']), (event) => events.push(event));
});

interface Item {
  readonly field: string;
}

/** The item of a field in the changelog of an event; strict about what it has beside. */
const item = ({ changelog }: JiraEvent, field: string) =>
  (changelog as { items: readonly Item[] }).items.find((each) => each.field === field);

async function transition(key: string, name: string, more: object = {}): Promise<void> {
  const client = site.as('member');
  const { body } = await client.get(`/issue/${key}/transitions`);
  const { transitions } = body as { transitions: { id: string; name: string }[] };
  const id = transitions.find((each) => each.name === name)?.id;
  expect((await client.post(`/issue/${key}/transitions`, { transition: { id }, ...more })).status).toBe(204);
}

const system = (field: string) => ({ field, fieldtype: 'jira', fieldId: field });

describe('the changelog of an event', () => {
  test('has status and resolution of a closed issue by id and name, and of a reopened one', async () => {
    await create(site.as('member'), 'Task');
    const statuses = (await site.as('member').get('/project/WA/statuses')).at('0.statuses.*.id') as string[];
    await transition('WA-1', 'Done');
    await transition('WA-1', 'To Do');
    const [todo, , done] = statuses;
    expect([item(events[0]!, 'status'), item(events[0]!, 'resolution')]).toEqual([
      { ...system('status'), from: todo, fromString: 'To Do', to: done, toString: 'Done' },
      { ...system('resolution'), from: null, fromString: '', to: '10000', toString: 'Done' },
    ]);
    expect([item(events[1]!, 'status'), item(events[1]!, 'resolution')]).toEqual([
      { ...system('status'), from: done, fromString: 'Done', to: todo, toString: 'To Do' },
      { ...system('resolution'), from: '10000', fromString: 'Done', to: null, toString: '' },
    ]);
  });

  test('has the resolution that a person chose on the screen', async () => {
    site.jira.admin.setWorkflow('WA', {
      statuses: [
        { name: 'To Do', category: 'new' },
        { name: 'Closed', category: 'done' },
      ],
      transitions: [{ name: 'Close', from: 'any', to: 'Closed', requiredFields: ['resolution'] }],
    });
    await create(site.as('member'), 'Task');
    await transition('WA-1', 'Close', { fields: { resolution: { name: "Won't Do" } } });
    expect(item(events[0]!, 'resolution')).toMatchObject({ from: null, to: '10001', toString: "Won't Do" });
  });

  test('has key and project of an issue that moved to another project, and of its Sub-tasks', async () => {
    await create(site.as('member'), 'Task');
    await create(site.as('member'), 'Subtask', { parent: { key: 'WA-1' } });
    const ids = await Promise.all(
      ['WA', 'KAN'].map(async (key) => (await site.as('member').get(`/project/${key}`)).at('id')),
    );
    site.jira.admin.moveIssue('WA-1', 'KAN');
    const key = { field: 'Key', fieldtype: 'jira', from: null, to: null };
    const project = { ...system('project'), fromString: 'Well-Architected', toString: 'Kanban' };
    expect(events.map((event) => [item(event, 'Key'), item(event, 'project')])).toEqual([
      [
        { ...key, fromString: 'WA-1', toString: 'KAN-1' },
        { ...project, from: ids[0], to: ids[1] },
      ],
      [
        { ...key, fromString: 'WA-2', toString: 'KAN-2' },
        { ...project, from: ids[0], to: ids[1] },
      ],
    ]);
  });
});
