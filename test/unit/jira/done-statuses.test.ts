import { describe, expect, test } from '@jest/globals';
import { readDoneStatuses } from '../../../src/jira/client/done-statuses';
import type { DoneStatuses } from '../../../src/jira/jira';
import type { MakeSettings } from '../../../src/jira/model';
import { fakeJira, type FakeJira, type Given } from './fake-jira';
import { DOING, DONE, TO_DO, WONT_DO, status } from './workflow';

const TYPES = [
  { id: '1', name: 'Epic', hierarchyLevel: 1 },
  { id: '2', name: 'Story', hierarchyLevel: 0 },
  { id: '3', name: 'Task', hierarchyLevel: 0 },
  { id: '4', name: 'Sub-task', hierarchyLevel: -1, subtask: true },
];

const type = (id: string, ...statuses: readonly object[]) => ({ id, name: `Type ${id}`, statuses });

/** A project with these types, whose workflows have these statuses. */
function project(types: readonly object[], workflows: readonly object[]): FakeJira {
  return fakeJira(({ path }): Given => {
    const body = path.endsWith('/statuses') ? workflows : { issueTypes: types, total: types.length };
    return { status: 200, body };
  });
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

describe('the done statuses of a project', () => {
  test.each<[string, readonly object[], readonly object[], DoneStatuses]>([
    [
      'one at every level',
      TYPES,
      ['1', '2', '3', '4'].map((id) => type(id, TO_DO, DOING, DONE)),
      { epic: [named(DONE)], task: [named(DONE)], subtask: [named(DONE)] },
    ],
    [
      'by category and not by name, in the order of Jira',
      TYPES,
      [type('4', status('8', 'Done', 'new'), WONT_DO, DONE)],
      { epic: [], task: [], subtask: [named(WONT_DO), named(DONE)] },
    ],
    [
      'of the types that the app uses, whatever others of the level have',
      TYPES,
      [type('2', WONT_DO), type('3', DONE), type('4', DONE)],
      { epic: [], task: [named(DONE)], subtask: [named(DONE)] },
    ],
    [
      'each once, though a workflow names it twice',
      TYPES,
      [type('3', DONE, DONE)],
      { epic: [], task: [named(DONE)], subtask: [] },
    ],
    [
      'none where a level has no issue type',
      TYPES.slice(1, 3),
      [type('3', DONE), type('4', DONE)],
      { epic: [], task: [named(DONE)], subtask: [] },
    ],
    [
      'not those without a category, as in the example of the documentation',
      TYPES,
      [type('3', { id: '9', name: 'Closed' })],
      { epic: [], task: [], subtask: [] },
    ],
  ])('%s', async (_words, types, workflows, expected) => {
    const jira = project(types, workflows);
    expect(await readDoneStatuses(jira.http, '10000')).toEqual(expected);
    expect(jira.sent.map(({ path }) => path)).toEqual([
      '/rest/api/3/issue/createmeta/10000/issuetypes?startAt=0&maxResults=200',
      '/rest/api/3/project/10000/statuses',
    ]);
  });

  test.each<[string, MakeSettings, readonly object[]]>([
    ['of the type that settings name', { issueTypes: { task: '2' } }, [named(WONT_DO)]],
    ['of all of the level where the app cannot tell which is meant', {}, [named(WONT_DO), named(DONE)]],
  ])('%s', async (_words, make, expected) => {
    const types = [
      ...TYPES.filter(({ name }) => name !== 'Task'),
      { id: '5', name: 'Chore', hierarchyLevel: 0 },
    ];
    const jira = project(types, [type('2', WONT_DO), type('5', DONE), type('4', DONE)]);
    expect((await readDoneStatuses(jira.http, '10000', make)).task).toEqual(expected);
  });

  test('are not made up where Jira does not say', async () => {
    const jira = fakeJira(({ path }): Given =>
      path.endsWith('/statuses') ? { status: 404 } : { status: 200, body: { issueTypes: TYPES, total: 4 } },
    );
    const reading = readDoneStatuses(jira.http, '10000');
    await expect(reading).rejects.toMatchObject({ details: { code: '404', retryable: false } });
  });
});
