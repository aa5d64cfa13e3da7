import { describe, expect, test } from '@jest/globals';
import { moveIssue } from '../../../src/jira/client/move-issue';
import type { MoveAnswer } from '../../../src/jira/jira';
import { fakeJira, SILENCE, type Given } from './fake-jira';
import { CLOSE, DOING, DONE, TO_DO, field, site, transition, type Site } from './workflow';
import { worded, type Worded } from './worded';

describe('what Jira says to the write', () => {
  const blocked: Given = { status: 400, body: { errorMessages: ['All Sub-tasks must be closed first.'] } };
  const screen = { customfield_1: field('Why', { required: false }) };
  const plain: Site = { now: TO_DO, offers: [transition('21', DONE, screen)], target: CLOSE };

  test.each<[string, Given, Worded<MoveAnswer>]>([
    [
      'open Sub-tasks',
      blocked,
      {
        kind: 'refused',
        code: 'refused',
        reason: 'Jira refused the transition from "To Do" to "Done": All Sub-tasks must be closed first.',
      },
    ],
    [
      'a validator, of a field on the screen',
      { status: 400, body: { errors: { customfield_1: 'A reason is needed.' } } },
      {
        kind: 'refused',
        code: 'refused',
        reason:
          'Jira refused the transition from "To Do" to "Done": Why (customfield_1): A reason is needed.',
      },
    ],
    [
      'gone meanwhile',
      { status: 404 },
      {
        kind: 'refused',
        code: 'deleted',
        reason: 'Jira refused the transition from "To Do" to "Done": Jira answered HTTP 404',
      },
    ],
  ])('%s', async (_, answer, expected) => {
    expect(worded(await moveIssue(site({ ...plain, answer }).http, '7', CLOSE))).toEqual(expected);
  });

  test('a conflict that stays is refused after five tries', async () => {
    const jira = site({ ...plain, answer: { status: 409 } });
    expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({ kind: 'refused', code: 'conflict' });
    expect(jira.sent.filter(({ method }) => method === 'POST')).toHaveLength(5);
    expect(jira.slept).toEqual([2000, 4000, 8000, 16000]);
  });

  test('a failure that stays is thrown', async () => {
    const moving = moveIssue(site({ ...plain, answer: { status: 502 } }).http, '7', CLOSE);
    await expect(moving).rejects.toMatchObject({ details: { code: '502', retryable: true } });
  });

  test('a refusal of the platform is thrown at once', async () => {
    const throws = Object.assign(new Error('not allowed'), {
      name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
      status: 403,
    });
    const jira = site({ ...plain, answer: { throws } });
    await expect(moveIssue(jira.http, '7', CLOSE)).rejects.toMatchObject({ details: { retryable: false } });
    expect(jira.slept).toEqual([]);
  });

  test('a quota is thrown at once', async () => {
    const answer = { status: 429, headers: { 'RateLimit-Reason': 'jira-quota-global-based' } };
    const jira = site({ ...plain, answer });
    await expect(moveIssue(jira.http, '7', CLOSE)).rejects.toMatchObject({ details: { code: '429' } });
    expect(jira.slept).toEqual([]);
  });

  test.each<[string, Given]>([
    ['lost', SILENCE],
    ['a 500', { status: 500 }],
    ['a conflict', { status: 409 }],
  ])(
    'an answer that is %s is settled by reading again: there already, so not written twice',
    async (_, answer) => {
      let written = false;
      const jira = fakeJira(({ method, path }): Given => {
        if (method === 'POST') {
          written = true;
          return answer;
        }
        if (path.includes('/transitions'))
          return { status: 200, body: { transitions: [transition('21', DONE)] } };
        return { status: 200, body: { fields: { status: written ? DONE : TO_DO } } };
      });
      expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({ kind: 'applied' });
      expect(jira.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
    },
  );

  test.each<[string, Given, 'POST' | '/transitions']>([
    ['the transition itself', { status: 429, headers: { 'Retry-After': '1' } }, 'POST'],
    ['the look at where it may go', { status: 429, headers: { 'Retry-After': '1' } }, '/transitions'],
    ['the look at where it may go, lost,', SILENCE, '/transitions'],
  ])(
    'a wait in %s: the status is read again after it, and a card that moved is left',
    async (_, answer, at) => {
      let waited = false;
      const jira = fakeJira(({ method, path }): Given => {
        const isThere = at === 'POST' ? method === 'POST' : method === 'GET' && path.includes(at);
        if (isThere && !waited) {
          waited = true;
          return answer;
        }
        if (path.includes('/transitions'))
          return { status: 200, body: { transitions: [transition('21', DONE)] } };
        return { status: 200, body: { fields: { status: waited ? DOING : TO_DO } } };
      });
      expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({
        kind: 'refused',
        code: 'moved-meanwhile',
      });
      expect(jira.sent.filter(({ method }) => method === 'POST')).toHaveLength(at === 'POST' ? 1 : 0);
      expect(jira.slept).toHaveLength(1);
    },
  );

  test('a card that was moved since the move was decided on is left', async () => {
    const jira = site(plain);
    const decidedOn = { id: '99', name: 'Elsewhere' };
    const answer = await moveIssue(jira.http, '7', CLOSE, undefined, decidedOn);
    expect(answer).toMatchObject({ kind: 'refused', code: 'moved-meanwhile' });
    expect(jira.sent.map(({ method }) => method)).toEqual(['GET']);
  });

  test('an issue that is gone is told before any write', async () => {
    const jira = fakeJira([{ status: 404 }]);
    expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({ kind: 'refused', code: 'deleted' });
    expect(jira.sent).toHaveLength(1);
  });
});
