import { describe, expect, test } from '@jest/globals';
import { openSubtasks, type Narrowing } from '../../../src/jira/client/jql';
import {
  fetchTriageIssues,
  isRefusedSearch,
  searchTriageIssues,
} from '../../../src/jira/client/triage-issues';
import { fakeJira, SILENCE, TASK_PROPERTY, type Given } from './fake-jira';

const PROPERTY = { ...TASK_PROPERTY, choice: 'sec_securely_operate_accounts', risk: 'HIGH' };
const FIELDS = {
  status: { id: '1', name: 'To Do', statusCategory: { key: 'new' } },
  project: { key: 'WA' },
};
const BARE = { id: '10003', key: 'WA-3', properties: { 'well-architected': PROPERTY }, fields: FIELDS };
const READ = {
  ...{ id: '10003', key: 'WA-3', projectKey: 'WA', summary: '', risk: 'HIGH' },
  status: { name: 'To Do', category: 'new' },
};
const WHICH = { projectKey: 'WA', workloadArns: ['arn:1', 'arn:"2'] };
const ASKED = ['summary', 'status', 'assignee', 'duedate', 'parent', 'project'];
const BASE =
  'project = "WA" AND issue.property[well-architected].workload in ("arn:1", "arn:\\"2") AND issuetype in subtaskIssueTypes() AND statusCategory != Done';

const page = (issues: readonly object[], more: object = {}): Given => ({
  status: 200,
  body: { issues, isLast: true, ...more },
});

describe('open Sub-tasks that are searched for', () => {
  test('take one call, with quoted values, fields and the property', async () => {
    const jira = fakeJira([page([], { nextPageToken: 'next' })]);
    expect(await searchTriageIssues(jira.options, { ...WHICH, cursor: 'this' })).toEqual({
      issues: [],
      cursor: 'next',
    });
    expect(jira.sent).toEqual([
      {
        method: 'POST',
        path: '/rest/api/3/search/jql',
        body: {
          jql: `${BASE} ORDER BY key ASC`,
          ...{ fields: ASKED, properties: ['well-architected'], maxResults: 100, nextPageToken: 'this' },
        },
      },
    ]);
  });

  test.each<[what: string, narrowing: Narrowing, terms: string, order: string]>([
    ['nothing more', { risks: [], statuses: [] }, '', ''],
    [
      'risks',
      { risks: ['HIGH', 'NONE'] },
      ' AND issue.property[well-architected].risk in ("HIGH", "NONE")',
      '',
    ],
    [
      'a pillar',
      { pillars: ['security'] },
      ' AND issue.property[well-architected].pillar in ("security")',
      '',
    ],
    ['a lens', { lenses: ['l'] }, ' AND issue.property[well-architected].lens in ("l")', ''],
    [
      'a status whose name ends the text',
      { statuses: ['a" OR x = "'] },
      ' AND status in ("a\\" OR x = \\"")',
      '',
    ],
    ['people', { assignees: ['a1'] }, ' AND assignee in ("a1")', ''],
    ['nobody', { unassigned: true }, ' AND assignee is EMPTY', ''],
    [
      'people or nobody',
      { assignees: ['a1'], unassigned: true },
      ' AND (assignee in ("a1") OR assignee is EMPTY)',
      '',
    ],
    ['what is overdue', { overdue: true }, ' AND duedate < startOfDay()', ''],
    ['an order', { order: { by: 'due', isDescending: true } }, '', 'duedate DESC, '],
  ])('narrowed by %s', (_, narrowing, terms, order) => {
    expect(openSubtasks(WHICH.projectKey, WHICH.workloadArns, narrowing)).toBe(
      `${BASE}${terms} ORDER BY ${order}key ASC`,
    );
  });

  test('are read with everything, and with nothing that can be absent', async () => {
    const full = {
      ...BARE,
      fields: {
        ...{ ...FIELDS, summary: 'Rotate', duedate: '2026-11-22' },
        assignee: { accountId: 'a3', displayName: 'Member', emailAddress: 'member@example.invalid' },
        parent: { id: '10002', key: 'WA-2', fields: { summary: 'Keys?' } },
      },
    };
    const nulls = { summary: null, assignee: null, duedate: null, parent: null };
    const empty = { ...BARE, fields: { ...FIELDS, ...nulls } };
    const { issues } = await searchTriageIssues(fakeJira([page([full, BARE, empty])]).options, WHICH);
    expect(issues).toEqual([
      {
        ...{ ...READ, summary: 'Rotate', dueDate: '2026-11-22' },
        assignee: { accountId: 'a3', displayName: 'Member' },
        parent: { id: '10002', key: 'WA-2', summary: 'Keys?' },
      },
      READ,
      READ,
    ]);
  });

  test.each([
    ['no property', undefined],
    ['half an identity', { ...PROPERTY, question: undefined }],
    ['something else', 'a text'],
  ])('tell no risk by %s', async (_words, property) => {
    const forged = { ...BARE, properties: { 'well-architected': property } };
    const { issues } = await searchTriageIssues(fakeJira([page([forged])]).options, WHICH);
    const { risk, ...others } = READ;
    expect(issues).toEqual([others]);
  });

  test.each<[words: string, given: Given, stale: boolean]>([
    ['refused', { status: 400, body: { errorMessages: ['The token is not valid.'] } }, true],
    ['not answered', SILENCE, false],
    ['forbidden', { status: 403 }, false],
  ])('a cursor that is %s', async (_words, given, stale) => {
    const reading = searchTriageIssues({ ...fakeJira([given]).options, retries: 0 }, WHICH);
    expect(isRefusedSearch(await reading.catch((error: unknown) => error))).toBe(stale);
  });
});

describe('issues by id', () => {
  test('are read a hundred a call, each once', async () => {
    const ids = Array.from({ length: 150 }, (_, nth) => String(10_000 + nth));
    const jira = fakeJira([page([BARE]), page([])]);
    expect(await fetchTriageIssues(jira.options, [...ids, '10003'])).toEqual([READ]);
    const asked = jira.sent.map(({ path, body }) => [path, body]);
    expect(asked).toEqual(
      [ids.slice(0, 100), ids.slice(100)].map((issueIdsOrKeys) => [
        '/rest/api/3/issue/bulkfetch',
        { issueIdsOrKeys, fields: ASKED, properties: ['well-architected'] },
      ]),
    );
  });
});
