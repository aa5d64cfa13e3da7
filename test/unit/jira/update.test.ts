import { describe, expect, test } from '@jest/globals';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import { updateIssue } from '../../../src/jira/client/update-issue';
import type { IssuePatch, WriteAnswer } from '../../../src/jira/jira';
import { fakeJira, SILENCE, TASK_PROPERTY, type Given } from './fake-jira';
import { worded, type Worded } from './worded';

const DESCRIPTION = doc(paragraph(text('New')));

test.each<[string, IssuePatch, object]>([
  ['a title', { summary: 'New' }, { fields: { summary: 'New' } }],
  ['a description', { description: DESCRIPTION }, { fields: { description: DESCRIPTION } }],
  [
    'labels, by remove and add only',
    { addLabels: ['security'], removeLabels: ['reliability'] },
    { update: { labels: [{ remove: 'reliability' }, { add: 'security' }] } },
  ],
  [
    'the property',
    { property: TASK_PROPERTY },
    { properties: [{ key: 'well-architected', value: TASK_PROPERTY }] },
  ],
])('%s is sent alone', async (_, patch, body) => {
  const jira = fakeJira([{ status: 204 }]);
  expect(await updateIssue(jira.http, '10007', patch)).toEqual({ kind: 'applied' });
  expect(jira.sent).toEqual([{ method: 'PUT', path: '/rest/api/3/issue/10007', body }]);
});

test('nothing to change sends nothing', async () => {
  const jira = fakeJira([{ status: 500 }]);
  expect(await updateIssue(jira.http, '1', { addLabels: [], removeLabels: [] })).toEqual({ kind: 'applied' });
  expect(jira.sent).toEqual([]);
});

describe('what the answer means', () => {
  const words = { errorMessages: [], errors: { labels: 'It is not on the appropriate screen' } };
  test.each<[string, readonly Given[], Worded<WriteAnswer>]>([
    ['done', [{ status: 204 }], { kind: 'applied' }],
    ['gone', [{ status: 404 }], refused('deleted', 'Jira answered HTTP 404')],
    ['not allowed', [{ status: 403 }], refused('forbidden', 'Jira answered HTTP 403')],
    [
      'refused in Jira’s words',
      [{ status: 400, body: words }],
      refused('refused', 'labels: It is not on the appropriate screen'),
    ],
  ])('%s', async (_, given, expected) => {
    const answer = await updateIssue(fakeJira(given).http, '1', { summary: 'New' });
    expect(worded(answer)).toEqual(expected);
  });

  test.each<[string, Given]>([
    ['a lost answer', SILENCE],
    ['another write', { status: 409 }],
    ['too many writes', { status: 429, headers: { 'Retry-After': '1' } }],
    ['a failure of Jira', { status: 503 }],
  ])('%s is thrown after one try and no wait: the issue has to be read again', async (_, given) => {
    const jira = fakeJira([given, { status: 204 }]);
    const writing = updateIssue(jira.http, '1', { summary: 'New' });
    await expect(writing).rejects.toMatchObject({ details: { retryable: true } });
    expect([jira.sent.length, jira.slept]).toEqual([1, []]);
  });

  test.each([
    ['401', { status: 401 }],
    ['500', { status: 500 }],
  ])('%s is thrown: no other write would fare better', async (code, given) => {
    const writing = updateIssue(fakeJira([given]).http, '1', { summary: 'New' });
    await expect(writing).rejects.toMatchObject({ details: { service: 'jira', code } });
  });
});

function refused(code: string, reason: string): Worded<WriteAnswer> {
  return { kind: 'refused', code, reason };
}
