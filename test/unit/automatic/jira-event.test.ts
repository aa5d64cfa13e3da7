import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJiraEvent } from '../../../src/automatic/jira-event';
import type { JiraEvent } from '../../../sandbox/jira/events';
import { create, openSite, type TestSite } from '../sandbox-jira/site';

const UPDATED = 'avi:jira:updated:issue';
const event = (more: object) => ({ eventType: UPDATED, issue: { id: '10001', key: 'WA-1' }, ...more });
const changed = (...fields: readonly string[]) =>
  event({ changelog: { items: fields.map((field) => ({ field, from: null, to: '1' })) } });

describe('an event of Jira', () => {
  test.each<[string, unknown, boolean]>([
    ['a status', changed('status'), true],
    ['a resolution beside others', changed('labels', 'resolution'), true],
    ['a move to another project', changed('project', 'Key'), true],
    ['the key alone', changed('Key'), true],
    ['another parent', changed('IssueParentAssociation'), true],
    ['another parent of a Sub-task', changed('Parent Issue'), true],
    ['another parent, as older projects say it', changed('Epic Link'), true],
    ['another type', changed('issuetype'), true],
    ['no changelog: anything may have changed', event({}), true],
    ['a changelog of another form: anything may have changed', event({ changelog: { items: 'x' } }), true],
    ['a summary', changed('summary'), false],
    ['assignee, rank and labels', changed('assignee', 'Rank', 'labels'), false],
    ['a changelog without an item', changed(), false],
  ])('%s', (_what, payload, relevant) => {
    expect(parseJiraEvent(payload)).toEqual({ issueId: '10001', kind: 'updated', relevant });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an event of another kind', { ...event({}), eventType: 'avi:jira:created:issue' }],
    ['no issue', { eventType: UPDATED }],
    ['an issue without an id', { eventType: UPDATED, issue: { key: 'WA-1' } }],
    ['an id that is no number', { eventType: UPDATED, issue: { id: '../1' } }],
    ['an id that is empty', { eventType: UPDATED, issue: { id: '' } }],
  ])('is none: %s', (_what, payload) => {
    expect(parseJiraEvent(payload)).toBeUndefined();
  });

  test('of any form throws nothing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (issue, changelog) => {
        const parsed = parseJiraEvent({ eventType: UPDATED, issue, changelog });
        if (parsed) expect(parsed.issueId).toMatch(/^\d+$/);
      }),
    );
  });
});

describe('of the local Jira', () => {
  let site: TestSite;
  let events: JiraEvent[];
  beforeEach(() => {
    site = openSite();
    events = [];
    site.jira.listen(new Set([UPDATED, 'avi:jira:deleted:issue']), (raised) => {
      events.push(JSON.parse(JSON.stringify(raised)) as JiraEvent);
    });
  });
  const parsed = () => events.map(parseJiraEvent);

  test('a moved card is relevant, a renamed one is not', async () => {
    const member = site.as('member');
    const { id } = await create(member, 'Task');
    const transitions = await member.get(`/issue/${id}/transitions`);
    await member.post(`/issue/${id}/transitions`, { transition: { id: transitions.at('transitions.2.id') } });
    await member.put(`/issue/${id}`, { fields: { summary: 'Renamed' } });
    const relevant = { issueId: id, kind: 'updated', relevant: true };
    expect(parsed()).toEqual([relevant, { ...relevant, relevant: false }]);
  });

  test('a move to another project, another parent and a deletion are relevant', async () => {
    const member = site.as('member');
    const epic = await create(member, 'Epic');
    const { id, key } = await create(member, 'Task');
    await member.put(`/issue/${id}`, { fields: { parent: { id: epic.id } } });
    site.jira.admin.moveIssue(key, 'KAN');
    site.jira.admin.deleteIssue('KAN-1');
    expect(parsed()).toEqual([
      { issueId: id, kind: 'updated', relevant: true },
      { issueId: id, kind: 'updated', relevant: true },
      { issueId: id, kind: 'deleted', relevant: true },
    ]);
  });
});
