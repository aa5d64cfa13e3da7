import { describe, expect, test } from '@jest/globals';
import { fetchIssues } from '../../../src/jira/client/fetch-issues';
import { scanIssues } from '../../../src/jira/client/scan-issues';
import { fakeJira, TASK_PROPERTY, type Given, type Sent } from './fake-jira';

const TYPE = { id: '10002', name: 'Task' };

describe('fetching', () => {
  test('reads an issue as Jira has it now', async () => {
    const jira = fakeJira(existing([7]));
    expect(await fetchIssues(jira.http, ['WA-7'])).toEqual([
      {
        id: '10007',
        key: 'WA-7',
        projectId: '10000',
        projectKey: 'WA',
        level: 'task',
        issueType: { id: '10002', name: 'Task' },
        summary: 'Issue 7',
        description: undefined,
        labels: ['security'],
        status: { id: '3', name: 'Doing', category: 'indeterminate' },
        statusChangedAt: '2026-02-03T09:30:00.000+0100',
        resolution: undefined,
        parentId: '10001',
        subtasks: [
          { id: '10008', done: true },
          { id: '10009', done: false },
        ],
        property: TASK_PROPERTY,
      },
    ]);
    expect(jira.sent[0]?.body).toMatchObject({ properties: ['well-architected'] });
  });

  test.each<[string, object, object]>([
    ['an Epic', { issuetype: { ...TYPE, subtask: false, hierarchyLevel: 1 } }, { level: 'epic' }],
    ['an Initiative, as an Epic', { issuetype: { ...TYPE, hierarchyLevel: 2 } }, { level: 'epic' }],
    [
      'a Sub-task whatever its name',
      { issuetype: { ...TYPE, name: 'Unteraufgabe', subtask: true } },
      { level: 'subtask' },
    ],
    [
      'hidden fields as empty',
      { labels: null, parent: null, subtasks: undefined, statuscategorychangedate: null },
      { labels: [], parentId: undefined, subtasks: [], statusChangedAt: undefined },
    ],
    [
      'a resolution by id and name',
      { resolution: { self: 'https://site.example/r', id: '10001', name: "Won't Do", description: 'No.' } },
      { resolution: { id: '10001', name: "Won't Do" } },
    ],
    [
      'who made it',
      { creator: { accountId: '5', accountType: 'app', displayName: 'Automation', self: 'x' } },
      { creator: { accountId: '5', name: 'Automation', isApp: true } },
    ],
    ['no creator where an import left none', { creator: null }, { creator: undefined }],
    [
      'a status without a category as to do',
      { status: { id: '9', name: 'Odd', statusCategory: { key: 'undefined' } } },
      { status: { category: 'new' } },
    ],
  ])('reads %s', async (_, fields, expected) => {
    const jira = fakeJira(
      existing([7], (number) => ({ ...wire(number), fields: { ...wire(number).fields, ...fields } })),
    );
    expect(await fetchIssues(jira.http, ['WA-7'])).toMatchObject([expected]);
  });

  test('leaves out what is gone, and reads no property where it is none of ours or forged', async () => {
    const properties = [TASK_PROPERTY, null, { ...TASK_PROPERTY, v: 9 }, TASK_PROPERTY];
    const jira = fakeJira(existing([1, 2, 3, 4], (number) => wire(number, properties[number - 1])));
    const issues = await fetchIssues(jira.http, ['WA-1', 'WA-2', 'WA-3', 'WA-4', 'WA-5']);
    expect(issues.map(({ key, property }) => [key, property])).toEqual([
      ['WA-1', TASK_PROPERTY],
      ['WA-2', undefined],
      ['WA-3', undefined],
      ['WA-4', TASK_PROPERTY],
    ]);
  });

  test('names an issue once, whether asked by key or by id', async () => {
    const jira = fakeJira([{ status: 200, body: { issues: [wire(1), wire(1)] } }]);
    expect(await fetchIssues(jira.http, ['WA-1', '10001'])).toHaveLength(1);
  });

  test('asks for at most 100 at a time and keeps the order', async () => {
    const numbers = Array.from({ length: 230 }, (_, index) => index + 1);
    const jira = fakeJira(existing(numbers));
    const issues = await fetchIssues(
      jira.http,
      numbers.map((number) => `WA-${number}`),
    );
    expect(issues.map(({ id }) => Number(id) - 10000)).toEqual(numbers);
    expect(jira.sent.map((sent) => asked(sent).length)).toEqual([100, 100, 30]);
  });

  test('asks nothing for nothing', async () => {
    const jira = fakeJira([{ status: 500 }]);
    expect(await fetchIssues(jira.http, [])).toEqual([]);
    expect(jira.sent).toEqual([]);
  });

  test('asks once more for all where Jira failed on one: what was read before the wait is old by then', async () => {
    const jira = fakeJira([
      { status: 200, body: { issues: [wire(1)], issueErrors: [{ id: '10002', errorMessage: 'busy' }] } },
      { status: 200, body: { issues: [wire(1), wire(2)], issueErrors: [] } },
    ]);
    expect(await fetchIssues(jira.http, ['10001', '10002'])).toHaveLength(2);
    expect(asked(jira.sent[1]!)).toEqual(['10001', '10002']);
  });

  test('throws rather than answer in part', async () => {
    const jira = fakeJira([{ status: 200, body: { issues: [], issueErrors: [{ id: '10002' }] } }]);
    await expect(fetchIssues(jira.http, ['10002'])).rejects.toMatchObject({
      message: 'Could not read work items: Jira failed on 10002.',
      details: { retryable: true },
    });
  });
});

describe('scanning for what a lost create may have made', () => {
  test.each<[string, readonly number[], number, number, boolean, number]>([
    ['nothing after the last number', [], 40, 0, true, 2],
    ['a whole batch', range(41, 90), 40, 50, true, 3],
    ['a batch behind a gap', range(180, 190), 40, 11, true, 4],
    ['nothing behind two empty windows', range(241, 250), 40, 0, true, 2],
    ['a project that grows as fast as it is read', range(1, 3000), 0, 2000, false, 20],
  ])('%s', async (_, numbers, after, found, complete, calls) => {
    const jira = fakeJira(existing(numbers));
    const scan = await scanIssues(jira.http, 'WA', after);
    expect({ found: scan.issues.length, complete: scan.complete, calls: jira.sent.length }).toEqual({
      found,
      complete,
      calls,
    });
  });

  test('a stranger’s issue keeps the scan going', async () => {
    const strangers = new Set([150]);
    const jira = fakeJira(
      existing([150, 290], (number) => wire(number, strangers.has(number) ? null : TASK_PROPERTY)),
    );
    const { issues } = await scanIssues(jira.http, 'WA', 0);
    expect(issues.map(({ key }) => key)).toEqual(['WA-290']);
  });
});

/** A project in which the issues with these numbers exist. */
function existing(
  numbers: readonly number[],
  form: (number: number) => object = wire,
): (sent: Sent) => Given {
  const there = new Set(numbers);
  return (sent) => {
    const found = asked(sent).map((key) => Number(key.replace('WA-', '')));
    return {
      status: 200,
      body: { issues: found.filter((number) => there.has(number)).map((number) => form(number)) },
    };
  };
}

function wire(number: number, property: unknown = TASK_PROPERTY) {
  return {
    id: String(10000 + number),
    key: `WA-${number}`,
    self: 'https://site.example/rest/api/3/issue/1',
    properties: property === null ? {} : { 'well-architected': property },
    fields: {
      summary: `Issue ${number}`,
      description: null,
      labels: ['security'],
      status: { id: '3', name: 'Doing', statusCategory: { id: 4, key: 'indeterminate' } },
      statuscategorychangedate: '2026-02-03T09:30:00.000+0100',
      resolution: null,
      issuetype: { id: '10002', name: 'Task', subtask: false, hierarchyLevel: 0 },
      parent: { id: '10001', key: 'WA-1' },
      project: { id: '10000', key: 'WA' },
      subtasks: [subtask('10008', 'done'), subtask('10009', 'new')],
    },
  };
}

function subtask(id: string, key: string) {
  return { id, key: 'WA-8', fields: { status: { name: 'x', statusCategory: { key } } } };
}

function asked(sent: Sent): readonly string[] {
  return (sent.body as { issueIdsOrKeys: string[] }).issueIdsOrKeys;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
