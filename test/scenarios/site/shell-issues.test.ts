/** What a person does on the page of an issue. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MEMBER, PROJECT_ADMIN, VIEWER } from '../../../sandbox/jira/seed/users';
import { asPerson } from '../open-site';
import { type Browser, openBrowser } from './shell-browser';
import { openShellSite, type ShellSite } from './shell-site';

let shell: ShellSite;
let browser: Browser;

beforeAll(async () => {
  shell = await openShellSite();
});
beforeEach(() => {
  browser = openBrowser(shell.site);
});
afterAll(() => shell.site.close());

describe('editing an issue', () => {
  test('sets title, assignee, due date and labels', async () => {
    const key = await shell.create();
    const page = await browser.open(`/browse/${key}`);
    const fields = { summary: 'Renamed', assignee: MEMBER, dueDate: '2030-01-02', labels: ' b  a ' };
    const next = await browser.submit(page, `/browse/${key}/edit`, fields);
    expect(next.text).toContain(`${key} was saved.`);
    expect(await shell.fieldsOf(key)).toMatchObject({
      summary: 'Renamed',
      assignee: { accountId: MEMBER },
      duedate: '2030-01-02',
      labels: ['a', 'b'],
    });
    await browser.submit(next, `/browse/${key}/edit`, { assignee: '', dueDate: '', labels: '' });
    expect(await shell.fieldsOf(key)).toMatchObject({
      summary: 'Renamed',
      assignee: null,
      duedate: null,
      labels: [],
    });
  });

  test('leaves alone what somebody else changed meanwhile', async () => {
    const key = await shell.create();
    const page = await browser.open(`/browse/${key}`);
    await asPerson(shell.site, 'PUT', `issue/${key}`, { fields: { summary: 'Theirs' } });
    await browser.submit(page, `/browse/${key}/edit`, { labels: 'mine' });
    expect(await shell.fieldsOf(key)).toMatchObject({ summary: 'Theirs', labels: ['mine'] });
  });

  test('is refused in Jira’s words', async () => {
    const key = await shell.create();
    const page = await browser.open(`/browse/${key}`);
    const next = await browser.submit(page, `/browse/${key}/edit`, { assignee: VIEWER });
    expect(next.text).toMatch(/was not saved\. assignee: .*cannot be assigned/);
    await browser.switchTo(VIEWER);
    const forged = await browser.post(`/browse/${key}/edit`, { summary: 'Theirs', before: '' });
    expect(forged.text).toContain('was not saved.');
    expect((await shell.fieldsOf(key)).summary).toBe('A task');
  });
});

describe('moving to another project', () => {
  test('keeps the issue, and the old key leads to it', async () => {
    const key = await shell.create();
    await browser.switchTo(PROJECT_ADMIN);
    const before = (await asPerson(shell.site, 'GET', `issue/${key}`)).body as { id: string };
    const next = await browser.submit(await browser.open(`/browse/${key}`), `/browse/${key}/move`, {
      project: 'KAN',
    });
    expect(next.path).toMatch(/^\/browse\/KAN-\d+$/);
    const after = (await asPerson(shell.site, 'GET', `issue/${next.path.slice('/browse/'.length)}`)).body;
    expect(after).toMatchObject({ id: before.id });
    expect((await browser.open(`/browse/${key}`)).path).toBe(next.path);
  });

  test('is the person’s deed', async () => {
    const key = await shell.create();
    await browser.switchTo(MEMBER);
    await browser.post(`/browse/${key}/move`, { project: 'KAN' });
    expect(
      await shell.eventsOf((await browser.open(`/browse/${key}`)).path.slice('/browse/'.length)),
    ).toMatchObject([
      { eventType: 'avi:jira:created:issue', atlassianId: PROJECT_ADMIN },
      { eventType: 'avi:jira:updated:issue', atlassianId: MEMBER },
    ]);
  });

  test.each([
    ['by who may not move it', VIEWER, 'KAN'],
    ['to a project that is not there', MEMBER, 'NOWHERE'],
  ])('is refused %s', async (_name, accountId, project) => {
    const key = await shell.create();
    await browser.switchTo(accountId);
    const next = await browser.post(`/browse/${key}/move`, { project });
    expect(next.path).toBe(`/browse/${key}`);
    expect(next.text).toContain(`${key} was not moved to another space.`);
  });
});

describe('deleting', () => {
  test('asks first, and takes the Sub-tasks along', async () => {
    const key = await shell.create();
    const child = await shell.create({ issuetype: { name: 'Subtask' }, parent: { key } });
    const question = await browser.open(`/browse/${key}/delete`);
    expect((await browser.open(`/browse/${key}`)).status).toBe(200);
    const next = await browser.submit(question, `/browse/${key}/delete`);
    expect(next.path).toBe('/projects/WA/board');
    expect(next.text).toContain(`${key} was deleted.`);
    expect((await browser.open(`/browse/${key}`)).status).toBe(404);
    expect((await browser.open(`/browse/${child}`)).status).toBe(404);
  });

  test('is refused to a member', async () => {
    const key = await shell.create();
    await browser.switchTo(MEMBER);
    const next = await browser.post(`/browse/${key}/delete`, { project: 'WA' });
    expect(next.text).toContain(`${key} was not deleted.`);
    expect(next.path).toBe(`/browse/${key}`);
  });
});
