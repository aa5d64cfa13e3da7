import { describe, expect, test } from '@jest/globals';
import { readDoneStatuses } from '../../../src/jira/client/done-statuses';
import { fakeJira, type FakeJira, type Given } from './fake-jira';
import { DOING, DONE, TO_DO, WONT_DO, status } from './workflow';

const type = (id: string, ...statuses: readonly object[]) => ({ id, name: `Type ${id}`, statuses });

/** A project whose issue types have these workflows. */
function project(workflows: readonly object[]): FakeJira {
  return fakeJira((): Given => ({ status: 200, body: workflows }));
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

describe('the done statuses of a project', () => {
  test.each<[string, readonly object[], readonly object[]]>([
    ['one', [TO_DO, DOING, DONE], [named(DONE)]],
    [
      'by category and not by name, in the order of Jira',
      [status('8', 'Done', 'new'), WONT_DO, DONE],
      [named(WONT_DO), named(DONE)],
    ],
    ['each once, though a workflow names it twice', [DONE, DONE], [named(DONE)]],
    [
      'not those without a category, as in the example of the documentation',
      [{ id: '9', name: 'Closed' }],
      [],
    ],
  ])('%s', async (_words, statuses, expected) => {
    const jira = project([type('4', ...statuses)]);
    const found = await readDoneStatuses(jira.http, '10000');
    expect([...found]).toEqual([['4', { name: 'Type 4', statuses: expected }]]);
    expect(jira.sent.map(({ path }) => path)).toEqual(['/rest/api/3/project/10000/statuses']);
  });

  test('of each issue type its own', async () => {
    const jira = project([type('2', WONT_DO), type('3', DONE, WONT_DO)]);
    const found = await readDoneStatuses(jira.http, '10000');
    expect([...found.values()].map(({ statuses }) => statuses.length)).toEqual([1, 2]);
  });

  test('are not made up where Jira does not say', async () => {
    const reading = readDoneStatuses(fakeJira((): Given => ({ status: 404 })).http, '10000');
    await expect(reading).rejects.toMatchObject({ details: { code: '404', retryable: false } });
  });
});
