import { expect, test } from '@jest/globals';
import { createHttp } from '../../../src/jira/client/http';
import { removeIssue } from '../../../src/jira/client/remove-issue';
import { readTraces } from '../../../src/jira/client/traces';
import { fakeJira, type Given } from './fake-jira';

const CREATOR = { accountId: 'app', accountType: 'app', displayName: 'The app' };
const EMPTY = {
  creator: CREATOR,
  comment: { total: 0, comments: [] },
  worklog: { total: 0, worklogs: [] },
  attachment: [],
  issuelinks: [],
  subtasks: [],
};
const by = (...accounts: readonly string[]) => ({
  total: accounts.length,
  histories: accounts.map((accountId) => ({ author: { accountId }, items: [] })),
});
const issue = (fields: object, changelog: object | undefined = by('app')): Given => ({
  status: 200,
  body: { id: '10007', fields: { ...EMPTY, ...fields }, changelog },
});

test.each<[string, Given, unknown]>([
  ['nothing', issue({}), []],
  ['a comment', issue({ comment: { total: 1 } }), ['comment']],
  ['work logged', issue({ worklog: { total: 1 } }), ['worklog']],
  ['an attachment', issue({ attachment: [{}] }), ['attachment']],
  ['a link', issue({ issuelinks: [{}] }), ['link']],
  ['a Sub-task', issue({ subtasks: [{}] }), ['subtask']],
  ['an edit of somebody else', issue({}, by('app', 'person')), ['edit']],
  ['another creator', issue({ creator: { ...CREATOR, accountId: 'other' } }), ['creator']],
  ['more edits than Jira shows', issue({}, { ...by('app'), total: 41 }), ['unknown']],
  ['no field of comments', issue({ comment: undefined }), ['unknown']],
  ['no changelog', { status: 200, body: { fields: EMPTY } }, ['unknown']],
  ['that it is not there', { status: 404, body: { errorMessages: ['No issue'] } }, undefined],
])('an issue that shows %s', async (_, given, expected) => {
  const jira = fakeJira([given]);
  expect(await readTraces(createHttp(jira.options), '10007', 'app')).toEqual(expected);
});

test.each<[string, Given, string]>([
  ['deleted', { status: 204 }, 'applied'],
  ['gone already', { status: 404, body: { errorMessages: ['No issue'] } }, 'applied'],
  ['not to be deleted by the app', { status: 403, body: { errorMessages: ['No'] } }, 'refused'],
  ['one with Sub-tasks', { status: 400, body: { errorMessages: ['Sub-tasks'] } }, 'refused'],
])('an issue that is %s', async (_, given, kind) => {
  const jira = fakeJira([given]);
  expect(await removeIssue(createHttp(jira.options), '10007')).toMatchObject({ kind });
  expect(jira.sent[0]).toMatchObject({ method: 'DELETE', path: '/rest/api/3/issue/10007' });
});
