import { describe, expect, test } from '@jest/globals';
import { readProject } from '../../../src/jira/client/projects';
import { fakeJira, type Given } from './fake-jira';

const WA = { id: '10000', key: 'WA', name: 'Well-Architected', projectTypeKey: 'software', style: 'classic' };

describe('reading a project', () => {
  test.each<[string, Given, unknown]>([
    ['that is there', { status: 200, body: WA }, { id: '10000', key: 'WA', archived: false }],
    [
      'that is archived',
      { status: 200, body: { ...WA, archived: true } },
      { id: '10000', key: 'WA', archived: true },
    ],
    ['that lies in the recycle bin', { status: 200, body: { ...WA, deleted: true } }, undefined],
    ['that is not there, or is hidden', { status: 404, body: { errorMessages: ['No project'] } }, undefined],
    ['that may not be read', { status: 403, body: { errorMessages: ['No'] } }, undefined],
  ])('%s', async (_words, given, expected) => {
    const jira = fakeJira([given]);
    expect(await readProject(jira.options, 'WA')).toEqual(expected);
    expect(jira.sent).toMatchObject([{ method: 'GET', path: '/rest/api/3/project/WA' }]);
  });

  test('goes by id as well', async () => {
    const jira = fakeJira([{ status: 200, body: WA }]);
    await readProject(jira.options, '10000');
    expect(jira.sent[0]?.path).toBe('/rest/api/3/project/10000');
  });

  test.each(['', '../myself', 'WA/x', 'WA?x', '1a', 'W A'])(
    '%j names none: nothing is sent',
    async (name) => {
      const jira = fakeJira([{ status: 200, body: WA }]);
      expect(await readProject(jira.options, name)).toBeUndefined();
      expect(jira.sent).toEqual([]);
    },
  );

  test('a failure of Jira is not a missing project', async () => {
    const jira = fakeJira([{ status: 503 }]);
    await expect(readProject(jira.options, 'WA')).rejects.toMatchObject({ details: { retryable: true } });
  });
});
