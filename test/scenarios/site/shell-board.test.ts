/** A person moves cards as they would through Jira's REST API, and whatever a title says is a text. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MEMBER, VIEWER } from '../../../sandbox/jira/seed/users';
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

describe('moving a card', () => {
  test('raises what a transition through REST raises', async () => {
    const [byForm, byRest] = [await shell.create(), await shell.create()];
    await browser.switchTo(MEMBER);
    const board = await browser.open('/projects/WA/board');
    const transition = await shell.transitionTo(byForm, 'In Progress');
    await browser.submit(board, `/shell/issues/${byForm}/transitions`, { transition });
    await asPerson(
      shell.site,
      'POST',
      `issue/${byRest}/transitions`,
      { transition: { id: transition } },
      MEMBER,
    );
    const events = await shell.eventsOf(byForm);
    expect(events).toEqual(await shell.eventsOf(byRest));
    expect(events).toMatchObject([
      { eventType: 'avi:jira:created:issue' },
      { eventType: 'avi:jira:updated:issue', atlassianId: MEMBER },
    ]);
  });

  test('leads back to the card, where the board says what was done', async () => {
    const key = await shell.create();
    const board = await browser.open('/projects/WA/board?level=task&text=task');
    const transition = await shell.transitionTo(key, 'Done');
    const next = await browser.submit(board, `/shell/issues/${key}/transitions`, { transition });
    expect(next.path).toBe(`/projects/WA/board?level=task&text=task#card-${key}`);
    expect(next.text).toContain(`${key} was moved.`);
    expect(await shell.statusOf(key)).toBe('Done');
  });

  test('that the person may not move changes nothing, and says so', async () => {
    const key = await shell.create();
    const transition = await shell.transitionTo(key, 'Done');
    await browser.switchTo(VIEWER);
    const next = await browser.post(`/shell/issues/${key}/transitions`, {
      transition,
      back: `/browse/${key}`,
    });
    expect(next.text).toContain(`${key} was not moved.`);
    expect(next.text).toContain('is not valid for this issue');
    expect(await shell.statusOf(key)).toBe('To Do');
  });

  test('that a required field stops is told in Jira’s words', async () => {
    shell.site.jira.admin.createProject({ key: 'REQ', name: 'Required' });
    shell.site.jira.admin.setWorkflow('REQ', {
      statuses: [
        { name: 'Open', category: 'new' },
        { name: 'Closed', category: 'done' },
      ],
      transitions: [{ name: 'Close', from: ['Open'], to: 'Closed', requiredFields: ['resolution'] }],
      automaticResolution: false,
    });
    const key = await shell.create({}, 'REQ');
    const page = await browser.open(`/browse/${key}`);
    const transition = await shell.transitionTo(key, 'Closed');
    const next = await browser.submit(page, `/shell/issues/${key}/transitions`, { transition });
    expect(next.text).toMatch(new RegExp(`${key} was not moved\\. resolution: .*required`, 'i'));
    expect(await shell.statusOf(key)).toBe('Open');
  });

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('leads nowhere else: %s', async (back) => {
    const key = await shell.create();
    const next = await browser.post(`/shell/issues/${key}/transitions`, { transition: '0', back });
    expect(next.path).toBe('/');
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '${7*7}{{7*7}}</title></textarea>',
];

test.each(HOSTILE)('the title %s is a text wherever it stands', async (summary) => {
  const key = await shell.create({ summary, labels: [summary.replaceAll(' ', '')] });
  await shell.create({ summary: 'Below', issuetype: { name: 'Subtask' }, parent: { key } });
  const jql = encodeURIComponent(`key = ${key}`);
  const paths = [`/browse/${key}`, `/projects/WA/board`, `/issues/?jql=${jql}`, `/browse/${key}/delete`];
  for (const path of paths) {
    const { html, text } = await browser.open(path);
    expect(text).toContain(summary);
    expect(html).not.toContain(summary);
    expect(html).not.toMatch(/<script>|<img|onmouseover='/);
  }
});

test('a hostile search is a text too', async () => {
  const jql = '"><script>alert(1)</script>';
  const { html } = await browser.open(`/issues/?jql=${encodeURIComponent(jql)}`);
  expect(html).not.toContain('<script>alert');
});

describe('the board', () => {
  test('has a column for each status of the project, and a Sub-task stands below its Task', async () => {
    const parent = await shell.create({ summary: 'Kept together' }, 'KAN');
    const child = await shell.create(
      { summary: 'Piece', issuetype: { name: 'Sub-task' }, parent: { key: parent } },
      'KAN',
    );
    const { html, text } = await browser.open('/projects/KAN/board');
    const columns = [...html.matchAll(/<h2 id="column-[^"]*">([^<]*)/g)].map(([, name]) => name?.trim());
    expect(columns).toEqual(['Backlog', 'Selected for Development', 'In Progress', 'Done']);
    expect(html.indexOf(`id="card-${child}"`)).toBeGreaterThan(html.indexOf(`id="card-${parent}"`));
    expect(text).toContain('Kept together');
  });

  test('shows what the filter asks for', async () => {
    await shell.create({ summary: 'Rotate the keys', labels: ['security'] });
    await shell.create({ summary: 'Paint the fence' });
    const titles = (html: string) =>
      [...html.matchAll(/class="card-title"[^>]*>([^<]*)/g)].map(([, title]) => title);
    expect(titles((await browser.open('/projects/WA/board?text=SECURITY')).html)).toEqual([
      'Rotate the keys',
    ]);
    expect((await browser.open('/projects/WA/board?text=nothing-has-this')).text).toContain('No card fits');
  });
});
