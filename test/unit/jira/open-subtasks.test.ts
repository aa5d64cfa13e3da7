import { describe, expect, test } from '@jest/globals';
import { isStaleCursor, readOpenSubtasks } from '../../../src/jira/client/open-subtasks';
import { fakeJira, SILENCE, TASK_PROPERTY, type Given } from './fake-jira';

const PROPERTY = { ...TASK_PROPERTY, choice: 'sec_securely_operate_accounts' };
const STATUS = { id: '1', name: 'To Do', statusCategory: { key: 'new' } };
const BARE = {
  id: '10003',
  key: 'WA-3',
  properties: { 'well-architected': PROPERTY },
  fields: { status: STATUS },
};
const WHICH = { projectKey: 'WA', workloadArns: ['arn:1', 'arn:"2'] };

const page = (issues: readonly object[], more: object = {}): Given => ({
  status: 200,
  body: { issues, isLast: true, ...more },
});

describe('open Sub-tasks', () => {
  test('are searched for in one call, with quoted values, fields and the property', async () => {
    const jira = fakeJira([page([], { nextPageToken: 'next' })]);
    expect(await readOpenSubtasks(jira.options, { ...WHICH, cursor: 'this' })).toEqual({
      subtasks: [],
      cursor: 'next',
    });
    expect(jira.sent).toEqual([
      {
        method: 'POST',
        path: '/rest/api/3/search/jql',
        body: {
          jql: 'project = "WA" AND issue.property[well-architected].workload in ("arn:1", "arn:\\"2") AND issuetype in subtaskIssueTypes() AND statusCategory != Done ORDER BY key ASC',
          fields: ['summary', 'status', 'assignee', 'duedate', 'parent', 'issuetype'],
          properties: ['well-architected'],
          maxResults: 100,
          nextPageToken: 'this',
        },
      },
    ]);
  });

  test('read with everything, and with nothing that can be absent', async () => {
    const full = {
      ...BARE,
      fields: {
        ...BARE.fields,
        summary: 'Rotate',
        assignee: { accountId: 'a3', displayName: 'Member', emailAddress: 'member@example.invalid' },
        duedate: '2026-11-22',
        parent: { id: '10002', key: 'WA-2', fields: { summary: 'Keys?' } },
      },
    };
    const empty = {
      ...BARE,
      fields: { ...BARE.fields, summary: null, assignee: null, duedate: null, parent: null },
    };
    const { subtasks } = await readOpenSubtasks(fakeJira([page([full, BARE, empty])]).options, WHICH);
    const bare = {
      id: '10003',
      key: 'WA-3',
      summary: '',
      status: { name: 'To Do', category: 'new' },
      property: PROPERTY,
    };
    expect(subtasks).toEqual([
      {
        ...bare,
        summary: 'Rotate',
        assignee: { accountId: 'a3', displayName: 'Member' },
        dueDate: '2026-11-22',
        parent: { id: '10002', key: 'WA-2', summary: 'Keys?' },
      },
      bare,
      bare,
    ]);
  });

  test.each([
    ['no property', undefined],
    ['a Task', TASK_PROPERTY],
    ['half an identity', { ...PROPERTY, question: undefined }],
    ['something else', 'a text'],
  ])('are not what claims %s', async (_words, property) => {
    const forged = { ...BARE, properties: { 'well-architected': property } };
    const { subtasks } = await readOpenSubtasks(fakeJira([page([forged, BARE])]).options, WHICH);
    expect(subtasks).toHaveLength(1);
  });

  test.each<[words: string, given: Given, stale: boolean]>([
    ['refused', { status: 400, body: { errorMessages: ['The token is not valid.'] } }, true],
    ['not answered', SILENCE, false],
    ['forbidden', { status: 403 }, false],
  ])('a cursor that is %s', async (_words, given, stale) => {
    const reading = readOpenSubtasks({ ...fakeJira([given]).options, retries: 0 }, WHICH);
    expect(isStaleCursor(await reading.catch((error: unknown) => error))).toBe(stale);
  });
});
