/** The panel where notes and issues went their own ways: conflicts, hidden neighbours, moved issues. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID, JIRA_ADMIN, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import type { IssueInReview } from './worded';
import { asPerson } from './open-site';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;
let task: string;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.answerInAws('keys', { Notes: 'Only for the people of this project.' });
  await site.run();
  task = (await site.issue('How do you keep keys?')).key;
}, 120_000);
afterAll(() => site.close());

async function place(issueKey: string, projectKey = 'WA', accountId = PROJECT_ADMIN): Promise<IssueInReview> {
  const found = await site.call('issue.panel', { projectKey, issueKey }, accountId);
  if (found.kind !== 'ours') throw new Error(`${issueKey} is ${found.kind}`);
  return found;
}

test('a conflict of the last sync is shown on its issue alone, with the texts to choose from', async () => {
  const { Notes = '' } = await site.answerOf('keys');
  await site.answerInAws('keys', { Notes: Notes.replace(': To Do', ': nearly there') });
  await site.moveCard('Rotate keys', 'In Progress');
  await site.run();
  const { conflicts, notes } = await place(task, 'WA', VIEWER);
  expect(conflicts).toMatchObject([{ key: task, reason: expect.stringMatching(/./) }]);
  expect(notes?.block?.text).toContain('nearly there');
  expect((await place((await site.issue('Rotate keys')).key)).conflicts).toEqual([]);
  await site.run({ settle: [{ issueKey: task, keep: 'jira' }] });
  expect((await place(task)).conflicts).toEqual([]);
});

test('a block tells of an issue that the caller may not see that there is one, and no more', async () => {
  const hidden = await site.issue('Audit the use of keys');
  const seen = await site.issue('Rotate keys');
  const made = await asPerson(site.site, 'POST', 'issue', {
    fields: { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Of the incident team' },
  });
  const { key: parent } = made.body as { key: string };
  const moved = { fields: { parent: { key: parent } } };
  expect((await asPerson(site.site, 'PUT', `issue/${hidden.key}`, moved)).status).toBe(204);
  await site.run();
  expect((await place(seen.key, 'WA', VIEWER)).notes?.block?.text).toContain(`${hidden.key}: To Do - Audit`);
  site.site.jira.admin.hideIssue(parent, [JIRA_ADMIN, APP_ACCOUNT_ID]);
  const { notes } = await place(seen.key, 'WA', VIEWER);
  expect(notes?.block?.text).toContain(`${seen.key}: `);
  expect(notes?.block?.text).toContain('A work item that you may not see');
  expect(notes?.block?.text).not.toContain(hidden.key);
  expect((await place(seen.key, 'WA', JIRA_ADMIN)).notes?.block?.text).toContain(hidden.key);
  site.site.jira.admin.hideIssue(task, [JIRA_ADMIN]);
  await expect(place(seen.key, 'WA', VIEWER)).rejects.toThrow(/^not-found/);
  site.site.jira.admin.showIssue(task);
});

test('an issue that was moved to another project shows what it says itself, there: no notes, nothing of AWS', async () => {
  const moved = site.site.jira.admin.moveIssue(task, 'KAN');
  site.site.clearRequests();
  const shown = await place(moved.key, 'KAN', JIRA_ADMIN);
  expect(shown).toMatchObject({
    level: 'task',
    workload: { arn: site.workloadArn, name: site.workloadId },
    question: { id: 'keys', title: 'How do you keep keys?', risk: 'HIGH' },
    problem: expect.stringMatching(/not linked to this space/),
    conflicts: [],
    maySync: false,
  });
  expect(shown).not.toHaveProperty('notes');
  expect(shown).not.toHaveProperty('latestRun');
  expect(site.appCalls().filter((call) => !call.includes('/'))).toEqual([]);
  await expect(place(moved.key, 'WA')).rejects.toThrow(/^not-found/);
});
