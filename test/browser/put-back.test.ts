/** What automatic mode did before it stopped is on the workload's card, and goes back by one click. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID, JIRA_ADMIN, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { scenarioOn, type Scenario } from '../scenarios/open-site';
import { openPages, type Pages, type Tab } from './pages';
import { openProjectWorld, type ProjectWorld, SMALL, SMALL_LENS } from './project-world';

const KEYS = 'How do you keep keys?';
const PAGE = '/projects/WA/well-architected';

let pages: Pages;
let world: ProjectWorld;
let scenario: Scenario;
beforeAll(async () => {
  pages = await openPages({ lensFiles: [SMALL_LENS], answered: 'none', fastForward: true });
  world = await openProjectWorld(pages);
  scenario = scenarioOn(pages.site);
  await world.link(world.arnOf(SMALL));
  await world.syncSmall();
  await automatic();
  world.answer('keys', ['keys_rotated', 'keys_scoped', 'keys_audited']);
  await pages.site.idle(60_000);
  world.answer('doors', ['doors_shut', 'doors_watched']);
  world.answer('runbooks', ['runbooks_written', 'runbooks_tried']);
  await pages.site.idle(60_000);
}, 180_000);
afterAll(() => pages.close());

/** With changes told by EventBridge. */
async function automatic(): Promise<void> {
  const settings = { issueManagementStatus: 'ENABLED', issueManagementType: 'AUTO' };
  const workload = { projectKey: 'WA', workloadArn: world.arnOf(SMALL) };
  await scenario.call('settings.save', { ...workload, settings });
  const { connections } = await scenario.call('connection.list', {}, JIRA_ADMIN);
  const connection = { connectionId: connections[0]?.id };
  const { parameters } = await scenario.call('connection.enableEvents', connection, JIRA_ADMIN);
  const { WebTriggerUrl: webTriggerUrl, WebTriggerKey: key, RoleArn: roleArn } = parameters;
  pages.site.aws.admin.deployEvents({ webTriggerUrl, key, roleArn });
  await pages.site.idle(60_000);
}

async function statusOf(title: string): Promise<string | undefined> {
  return (await scenario.issues()).find(({ fields }) => fields.summary === title)?.fields.status.name;
}

async function isSound(tab: Tab): Promise<void> {
  expect(await tab.violations()).toEqual([]);
  expect(tab.complaints()).toEqual([]);
}

const done = (tab: Tab) => tab.app.getByRole('button', { name: 'Which: 4 work items were closed' });
const putBack = (tab: Tab) => tab.app.getByRole('button', { name: 'Put back what was done' });

test('a viewer sees what was done, without what they may not see, and has no button', async () => {
  const { key } = (await scenario.issues()).find(({ fields }) => fields.summary === KEYS) ?? {};
  // Its Sub-tasks go with it.
  pages.site.jira.admin.hideIssue(key ?? '', [PROJECT_ADMIN, APP_ACCOUNT_ID]);
  const tab = await pages.open(PAGE, { as: VIEWER, theme: 'dark', width: 320 });
  await done(tab).click();
  await tab.app.getByText('from open to done').first().waitFor();
  expect(await tab.app.getByText('from open to done').count()).toBe(4);
  expect(JSON.stringify(await tab.answers())).not.toMatch(/Rotate keys/);
  expect(await putBack(tab).count()).toBe(0);
  await isSound(tab);
});

test('an admin sees each change, and puts all of them back after a question', async () => {
  const tab = await pages.open(PAGE, { as: PROJECT_ADMIN });
  await tab.app.getByText('Automatic mode waits for a person').waitFor();
  await tab.app.getByText('Syncing starts').waitFor();
  await tab.app.getByText('Automatic', { exact: true }).waitFor();
  await isSound(tab);
  await done(tab).click();
  for (const title of [KEYS, 'Rotate keys', 'Scope keys', 'Audit the use of keys']) {
    await tab.app.getByRole('listitem').filter({ hasText: title }).last().waitFor();
  }
  await isSound(tab);
  expect(await statusOf('Rotate keys')).toBe('Done');
  await putBack(tab).click();
  const question = tab.app.getByRole('group', { name: 'Put this back, in Jira and in AWS?' });
  await question.getByText('4 work items were closed: each goes back').waitFor();
  expect(await statusOf('Rotate keys')).toBe('Done');
  await isSound(tab);
  await question.getByRole('button', { name: 'Put back what was done' }).click();
  await tab.app.getByRole('heading', { name: 'Put back: Small Lens' }).waitFor();
  await tab.app.getByText('What syncs had changed was put back').waitFor();
  await tab.app.getByText('Reopened 4 work items').first().waitFor();
  expect(await statusOf('Rotate keys')).toBe('To Do');
  await isSound(tab);
  await tab.goto(PAGE);
  await tab.app.getByText(/^No sync changed anything within 24 hours of it/).waitFor();
  expect(await putBack(tab).count()).toBe(0);
}, 120_000);
