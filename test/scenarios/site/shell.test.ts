/** The local site's pages, for each of its people. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, MEMBER, OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../../sandbox/jira/seed/users';
import { startSite, type Site } from '../../../sandbox/site/site';
import { ECHO_APP } from '../../contract/forge/echo-host';
import { asPerson } from '../open-site';
import { type Browser, openBrowser } from './shell-browser';

let site: Site;
let browser: Browser;
let task: string;

beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false });
  const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Of the team alone' };
  task = ((await asPerson(site, 'POST', 'issue', { fields })).body as { key: string }).key;
});
beforeEach(() => {
  browser = openBrowser(site);
});
afterAll(() => site.close());

const INSIDERS = [
  ['Jira admin', JIRA_ADMIN],
  ['project admin', PROJECT_ADMIN],
  ['member', MEMBER],
  ['viewer', VIEWER],
] as const;

const EVERYBODYS = [
  '/',
  '/projects',
  '/issues/',
  '/issues/?jql=project%20%3D%20WA',
  '/aws-console',
  '/settings/well-architected',
  '/settings/apps',
  '/settings/apps/configure',
  '/settings/apps/get-started',
];
const INSIDE = [
  '/projects/WA',
  '/projects/WA/board',
  '/projects/WA/well-architected',
  '/projects/WA/settings/well-architected',
  '/browse/WA-1',
  '/jira/browse/WA-1',
];

describe('each page answers', () => {
  test.each(INSIDERS)('the %s', async (_name, accountId) => {
    await browser.switchTo(accountId);
    for (const path of [...EVERYBODYS, ...INSIDE]) {
      const page = await browser.open(path);
      expect({ path, status: page.status }).toEqual({ path, status: 200 });
      expect(page.html.match(/<h1|<iframe/g)?.length).toBeGreaterThan(0);
    }
  });

  test('the outsider, where it is nobody’s project', async () => {
    await browser.switchTo(OUTSIDER);
    for (const path of EVERYBODYS) expect((await browser.open(path)).status).toBe(200);
  });
});

test.each([
  ['/projects/WA/board', 'aria-current="page">Board<'],
  ['/projects/WA/board?text=x', 'aria-current="page">Board<'],
  ['/projects/WA/well-architected', 'aria-current="page">Well-Architected<'],
  ['/projects/WA/well-architected/triage', 'aria-current="true">Well-Architected<'],
  ['/projects/WA/settings/well-architected/check', 'aria-current="true">Well-Architected settings<'],
])('the navigation of %s says where one is', async (path, current) => {
  const side = (await browser.open(path)).html.split('class="side"')[1]?.split('</nav>')[0] ?? '';
  expect(side.match(/aria-current="\w+">[^<]*</g)).toEqual([current]);
});

describe('an outsider', () => {
  beforeEach(() => browser.switchTo(OUTSIDER));

  test.each(INSIDE)('finds nothing at %s', async (path) => {
    const page = await browser.open(path);
    expect(page.status).toBe(404);
    expect(page.html).not.toContain('Of the team alone');
    expect(page.html).not.toContain('<iframe');
  });

  test.each(['/', '/projects', '/issues/?jql=key%20%3D%20WA-1'])('sees no project at %s', async (path) => {
    const { html } = await browser.open(path);
    expect(html).not.toContain('/projects/KAN');
    expect(html).not.toContain('Of the team alone');
  });
});

describe('what is shown depends on what the person may do', () => {
  test.each([
    ['Jira admin', JIRA_ADMIN, { settings: true, moves: true, edits: true, deletes: true }],
    ['project admin', PROJECT_ADMIN, { settings: true, moves: true, edits: true, deletes: true }],
    ['member', MEMBER, { settings: false, moves: true, edits: true, deletes: false }],
    ['viewer', VIEWER, { settings: false, moves: false, edits: false, deletes: false }],
  ])('%s', async (_name, accountId, may) => {
    await browser.switchTo(accountId);
    const board = (await browser.open('/projects/WA/board')).html;
    const issue = (await browser.open(`/browse/${task}`)).html;
    expect({
      settings: board.includes('/projects/WA/settings/well-architected'),
      moves: board.includes(`/shell/issues/${task}/transitions`),
      edits: issue.includes(`action="/browse/${task}/edit"`),
      deletes: issue.includes(`/browse/${task}/delete`),
    }).toEqual(may);
  });
});

describe('the top bar', () => {
  test('a newcomer is the Jira admin', async () => {
    expect((await browser.open('/')).text).toContain('You are Jira admin');
  });

  test('a person is chosen, and the page is the same', async () => {
    const page = await browser.open('/projects/WA/board?level=task');
    const next = await browser.submit(page, '/shell/user', { accountId: VIEWER });
    expect(next.path).toBe('/projects/WA/board?level=task');
    expect(next.text).toContain('You are Viewer');
  });

  test('nobody can be chosen who is not there', async () => {
    expect((await browser.post('/shell/user', { accountId: 'nobody', back: '/' })).status).toBe(400);
  });

  test.each(['light', 'dark', 'auto'])('the theme %s is kept', async (theme) => {
    await browser.submit(await browser.open('/'), '/shell/theme', { theme });
    expect((await browser.open('/projects')).html).toContain(`data-color-mode="${theme}"`);
  });

  test('five minutes pass', async () => {
    const before = site.clock.now();
    const page = await browser.submit(await browser.open('/projects'), '/shell/clock');
    expect(site.clock.now() - before).toBeGreaterThanOrEqual(5 * 60_000);
    expect(page.path).toBe('/projects');
    expect(page.text).toContain('Five minutes have passed');
    expect((await browser.open('/projects')).text).not.toContain('Five minutes have passed');
  });
});

describe('forms of other sites are refused', () => {
  test.each([
    '/shell/user',
    '/shell/clock',
    '/shell/theme',
    '/browse/WA-1/delete',
    '/aws-console/a/b/question',
  ])('%s', async (path) => {
    const before = site.clock.now();
    const fields = { accountId: VIEWER, project: 'WA', back: '/' };
    expect((await browser.post(path, fields, 'https://elsewhere.example')).status).toBe(403);
    expect(site.clock.now() - before).toBeLessThan(60_000);
    expect((await browser.open('/')).text).toContain('You are Jira admin');
  });
});

describe('modules of the app', () => {
  function moduleOf(html: string): unknown {
    const json = /data-module="([^"]*)"/.exec(html)?.[1];
    return json === undefined ? undefined : JSON.parse(json.replaceAll('&quot;', '"'));
  }

  test.each([
    ['/projects/WA/well-architected', 'jira:projectPage'],
    ['/projects/WA/settings/well-architected', 'jira:projectSettingsPage'],
  ])('%s tells its page which project it is', async (path, type) => {
    const project = { id: expect.any(String), key: 'WA', type: 'software' };
    expect(moduleOf((await browser.open(path)).html)).toEqual({ type, extension: { type, project } });
  });

  test('the settings of the site', async () => {
    const type = 'jira:adminPage';
    const { html } = await browser.open('/settings/well-architected');
    expect(moduleOf(html)).toEqual({ type, extension: { type } });
  });

  test('the panel is on the app’s issues, and on no others', async () => {
    expect(moduleOf((await browser.open(`/browse/${task}`)).html)).toBeUndefined();
    const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Ours' };
    const properties = [{ key: 'well-architected', value: { risk: 'HIGH' } }];
    const { body } = await asPerson(site, 'POST', 'issue', { fields, properties });
    const { id, key } = body as { id: string; key: string };
    const type = 'jira:issueContext';
    expect(moduleOf((await browser.open(`/browse/${key}`)).html)).toMatchObject({
      type,
      extension: { type, issue: { id, key, type: 'Task' }, project: { key: 'WA' } },
    });
  });
});

test('addresses under /jira lead to the pages, and its REST API is still there', async () => {
  const jql = 'waRisk = HIGH AND labels = "a b"';
  expect((await browser.open(`/jira/browse/${task}?from=note`)).path).toBe(`/browse/${task}?from=note`);
  const { path } = await browser.open(`/jira/issues/?jql=${encodeURIComponent(jql)}`);
  expect(new URL(path, site.url).searchParams.get('jql')).toBe(jql);
  expect((await fetch(`${site.url}/jira/rest/api/3/serverInfo`)).status).toBe(200);
});

test('style sheet, icon and script are served, and nothing else of the folder', async () => {
  const statusOf = async (path: string): Promise<number> => (await fetch(`${site.url}${path}`)).status;
  expect(await statusOf('/shell/shell.css')).toBe(200);
  expect(await statusOf('/shell/icon.svg')).toBe(200);
  expect(await statusOf('/shell/browser/board.js')).toBe(200);
  expect(await statusOf('/shell/browser/..%2froutes.js')).toBe(404);
  expect(await statusOf('/shell/routes.ts')).toBe(404);
});

test('an address that leads nowhere answers a browser with a page, and others without', async () => {
  const ask = (accept: string) => fetch(`${site.url}/nowhere`, { headers: { accept } });
  const [page, bare] = [await ask('text/html,*/*;q=0.8'), await ask('*/*')];
  expect([page.status, bare.status]).toEqual([404, 404]);
  expect(await page.text()).toContain('<h1>Not found</h1>');
  expect(await bare.text()).not.toContain('<html');
});
