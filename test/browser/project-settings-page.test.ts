/** The project settings page in a browser: links and their settings, the project's own connections, its check. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import type { LinkedWorkloadView } from '../scenarios/worded';
import { scenarioOn, type Scenario } from '../scenarios/open-site';
import { onPage, overhang, type OnPage } from './on-page';
import type { SettingsView } from '../scenarios/worded';
import { openPages, type Pages, type Tab } from './pages';

const PAGE = '/projects/WA/settings/well-architected';
const UNSAVED = 'You have changes that are not saved.';
const WORKLOAD = 'Sample workload';

let pages: Pages;
let scenario: Scenario;
let tab: Tab;
let on: OnPage;
beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  scenario = scenarioOn(pages.site);
  tab = await pages.open(PAGE, { as: PROJECT_ADMIN });
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

async function link(): Promise<LinkedWorkloadView> {
  const [first] = (await scenario.call('workload.linked', { projectKey: 'WA' })).workloads;
  if (!first) throw new Error('nothing is linked');
  return first;
}

async function settings(): Promise<SettingsView> {
  return scenario.call('settings.get', { projectKey: 'WA', workloadArn: (await link()).workloadArn });
}

async function save(): Promise<void> {
  await on.button('Save settings').click();
  await on.text(UNSAVED).waitFor({ state: 'detached' });
}

describe('workloads', () => {
  test('those of AWS are offered, and one is linked', async () => {
    await on.text('No workload is linked yet.').waitFor();
    await on.button(`Link ${WORKLOAD}`).waitFor();
    await on.expectClean();
    await on.button(`Link ${WORKLOAD}`).click();
    await on.text('Through Local AWS').waitFor();
    await on.text('No connection has another workload for this space.').waitFor();
    expect((await link()).state.code).toBe('active');
    await on.expectClean();
  });

  test('unlinking asks first, and linking again is offered', async () => {
    await on.button(`Unlink ${WORKLOAD}`).click();
    await on.heading(`Unlink “${WORKLOAD}”?`).waitFor();
    await on.expectClean();
    await on
      .group(/^Unlink “/)
      .getByRole('button', { name: 'Unlink' })
      .click();
    await on.text('To sync again, link it below.').waitFor();
    expect((await link()).state.code).toBe('unlinked');
    await on.button(`Link ${WORKLOAD}`).click();
    await on.button(`Unlink ${WORKLOAD}`).waitFor();
  });

  test('a link whose connection stopped serving the project says so, and what to do', async () => {
    const { connections } = await scenario.call('connection.list', {}, JIRA_ADMIN);
    const connectionId = connections[0]?.id ?? '';
    const serve = (serves: object[]) =>
      scenario.call('connection.serve', { connectionId, serves }, JIRA_ADMIN);
    await serve([]);
    await tab.goto(PAGE);
    await on.text('Not served any more').waitFor();
    await on.text((await link()).state.reason).waitFor();
    await on.button('Open connections').waitFor();
    await on.expectClean();
    await serve([{ projectKey: 'WA' }]);
    await tab.goto(PAGE);
    await on.text('Active').waitFor();
  });
});

describe('settings of a link', () => {
  test('everything is inherited from the site at first, and says what that is', async () => {
    await on.button(`Settings of ${WORKLOAD}`).click();
    for (const inherited of [
      'Manual',
      'Those at risk',
      'All lenses and pillars',
      '120 seconds',
      'No',
      'Nothing',
    ])
      expect(await on.label(`As the site: ${inherited}`).isChecked()).toBe(true);
    await on.label('Only these').check();
    await on.label('Reliability').waitFor();
    await on.expectClean();
    await on.button('Discard changes').click();
    expect(await on.label('As the site: All lenses and pillars').isChecked()).toBe(true);
  });

  test('what is changed here is the link’s own; what is left stays the site’s', async () => {
    await on.label('Own time').check();
    await on.label('Quiet time before automatic mode acts on a question, in seconds').fill('10');
    await on.button('Save settings').click();
    await on.text('Enter a whole number from 30 to 3600.').waitFor();
    await tab.app.locator('input[aria-invalid=true]:focus').waitFor();
    await on.label('Quiet time before automatic mode acts on a question, in seconds').fill('60');
    await on.label('All questions').check();
    await tab.page.reload();
    await on.text(UNSAVED).waitFor();
    await save();
    const own = { issueManagementStatus: 'INHERIT', quietSeconds: 60, scope: 'all' };
    expect((await settings()).settings).toEqual(own);
  });

  test('what the site says now is shown as what the link would inherit', async () => {
    const { settings: site } = await scenario.call('siteSettings.get', {}, JIRA_ADMIN);
    await scenario.call('siteSettings.save', { settings: { ...site, scope: 'answered' } }, JIRA_ADMIN);
    await tab.page.reload();
    expect(await on.label('All questions').isChecked()).toBe(true);
    await on.label('As the site: All that are answered').check();
    await save();
    expect((await settings()).effective.scope).toBe('answered');
  });

  test("automatic mode beside AWS's own connector has to be confirmed", async () => {
    const workloadId = (await link()).workloadArn.split('/')[1] ?? '';
    const JiraConfiguration = { IssueManagementStatus: 'ENABLED' } as const;
    pages.site.aws.admin.updateWorkload(workloadId, { JiraConfiguration });
    await on.label('Automatic').check();
    await on.button('Save settings').click();
    await on.heading("AWS's own Jira connector may work here too").waitFor();
    await on.expectClean();
    expect((await settings()).effective.issueManagementType).toBe('MANUAL');
    await on.label('I have read this: both may work on the workload').check();
    await on.button('Save with both working').click();
    await on.text("Automatic mode may work beside AWS's own Jira connector").waitFor();
    expect((await settings()).settings).toMatchObject({
      issueManagementType: 'AUTO',
      besideAwsConnector: true,
    });
  });
});

describe('connections of the project', () => {
  test('none at first, with the way to the first one', async () => {
    await on.openPart('Connections');
    await on.heading('Connect an AWS account for this space').waitFor();
    await on.expectClean();
  });

  test('where the site forbids them, the page says so, and what was typed stays', async () => {
    const { settings: site } = await scenario.call('siteSettings.get', {}, JIRA_ADMIN);
    const allow = (projectConnections: boolean) =>
      scenario.call('siteSettings.save', { settings: { ...site, projectConnections } }, JIRA_ADMIN);
    await allow(false);
    await on.button('Connect an AWS account').click();
    await on.label('Name').fill('Our own account');
    await on.pick('Regions', 'eu-west-1', /eu-west-1/);
    await on.button('Create and go on').click();
    await on.text('A Jira admin has switched off connections of spaces. Ask them for one.').waitFor();
    await on.expectClean();
    await allow(true);
    await on.button('Create and go on').click();
    await on.heading('Our own account').waitFor();
    expect(await on.button(/^Choose spaces/).count()).toBe(0);
  });
});

describe('the rest', () => {
  test('the check says whether the project can take the issues', async () => {
    await on.openPart('Space check');
    await on.text('The space is ready').waitFor();
    await on.expectClean();
  });

  test('the audit log is the project’s', async () => {
    await on.openPart('Audit log');
    const table = tab.app.getByRole('table');
    for (const deed of ['Connection created', 'Settings changed', 'Workload unlinked'])
      await table.getByText(deed, { exact: true }).first().waitFor();
    expect(await table.innerText()).not.toContain('Site settings changed');
  });

  test('320 pixels wide in the dark, no part is wider than its frame', async () => {
    const narrow = await pages.open(PAGE, { as: PROJECT_ADMIN, theme: 'dark', width: 320, height: 700 });
    const arn = encodeURIComponent((await link()).workloadArn);
    for (const part of ['', `/workloads/${arn}`, '/connections', '/check', '/audit']) {
      await narrow.goto(PAGE + part);
      await narrow.app.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await overhang(narrow)).toBe(0);
      await onPage(narrow).expectClean();
    }
  });

  test('a viewer sees why not, and nothing else', async () => {
    const viewer = await pages.open(PAGE, { as: VIEWER });
    await viewer.app.getByText('Only an administrator of this space can do this.').waitFor();
    expect(await viewer.app.getByRole('button').count()).toBe(0);
    await onPage(viewer).expectClean();
  });
});
