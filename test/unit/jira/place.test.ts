import { expect, test } from '@jest/globals';
import { createHttp } from '../../../src/jira/client/http';
import { readPlace } from '../../../src/jira/client/place';
import { fakeJira, type Given } from './fake-jira';

const PROJECT = { id: '10000', key: 'OPS', name: 'Operations', projectTypeKey: 'software' };
const given = (project: object): Given => ({ status: 200, body: { ...PROJECT, ...project } });
const allowed = (...denied: readonly string[]): Given => {
  const keys = ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'TRANSITION_ISSUES'];
  const held = keys.map((key) => [key, { havePermission: !denied.includes(key) }] as const);
  const permissions: object = Object.fromEntries(held);
  return { status: 200, body: { permissions } };
};

test.each<[string, readonly Given[], object]>([
  ['company-managed', [given({ simplified: false, style: 'classic' }), allowed()], { isTeamManaged: false }],
  ['team-managed', [given({ simplified: true, style: 'next-gen' }), allowed()], { isTeamManaged: true }],
  ['team-managed, by its style alone', [given({ style: 'next-gen' }), allowed()], { isTeamManaged: true }],
  ['one where the app may not edit', [given({}), allowed('EDIT_ISSUES')], { mayEdit: false }],
  ['one where it may not move', [given({}), allowed('TRANSITION_ISSUES')], { mayEdit: false }],
  ['one where it may do both', [given({}), allowed()], { mayEdit: true }],
  ['an archived one', [given({ archived: true })], { mayEdit: false }],
  ['one that is gone', [{ status: 404, body: { errorMessages: ['No project'] } }], { mayEdit: false }],
])('a project to which issues were moved: %s', async (_, answers, expected) => {
  const jira = fakeJira([...answers]);
  expect(await readPlace(createHttp(jira.options), '10000')).toMatchObject(expected);
});
