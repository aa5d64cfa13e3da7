import { expect, test } from '@jest/globals';
import { hasAnyPermission } from '../../../src/jira/client/permissions';
import { fakeJira, SILENCE, type Given } from './fake-jira';

const answer = (havePermission: boolean): Given => ({
  status: 200,
  body: { permissions: { ADMINISTER_PROJECTS: { key: 'ADMINISTER_PROJECTS', havePermission } } },
});

test.each<[string, Given, boolean]>([
  ['has it', answer(true), true],
  ['does not have it', answer(false), false],
  ['is not told about it', { status: 200, body: { permissions: {} } }, false],
  ['may not see the project', { status: 404, body: { errorMessages: ['No project'] } }, false],
  ['is nobody', { status: 401 }, false],
])('a user who %s', async (_, given, expected) => {
  const jira = fakeJira([given]);
  expect(await hasAnyPermission(jira.options, ['ADMINISTER_PROJECTS'], 'WA')).toBe(expected);
  expect(jira.sent[0]?.path).toBe('/rest/api/3/mypermissions?permissions=ADMINISTER_PROJECTS&projectKey=WA');
});

test('a key cannot change the question', async () => {
  const jira = fakeJira([answer(false)]);
  await hasAnyPermission(jira.options, ['ADMINISTER_PROJECTS'], 'WA&permissions=BROWSE_PROJECTS');
  const [, query] = jira.sent[0]!.path.split('?');
  expect([...new URLSearchParams(query).keys()]).toEqual(['permissions', 'projectKey']);
});

test('a global permission is asked for without a project', async () => {
  const jira = fakeJira([answer(false)]);
  await hasAnyPermission(jira.options, ['ADMINISTER']);
  expect(jira.sent[0]?.path).toBe('/rest/api/3/mypermissions?permissions=ADMINISTER');
});

test.each<[string, Given]>([
  ['fails', { status: 500 }],
  ['is silent', SILENCE],
  ['refuses the question', { status: 400 }],
  ['answers something else', { status: 200, body: { permissions: [] } }],
])('nobody is let in when Jira %s', async (_, given) => {
  await expect(
    hasAnyPermission(fakeJira([given]).options, ['ADMINISTER_PROJECTS'], 'WA'),
  ).rejects.toMatchObject({
    name: 'UpstreamError',
  });
});
