/** What newcomers do in the browser, from an AWS account that nobody connected to a card that moves by itself. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_USER, REGION } from '../../sandbox/aws';
import { MEMBER, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { openPages, type Pages, type Tab } from './pages';

const PROJECT = '/projects/WA';
const QUESTION = 'How do you structure your organization to support your business outcomes?';
const DONE_IN_JIRA = 'Resources have identified owners';
const DONE_IN_AWS = 'Processes and procedures have identified owners';

let pages: Pages;
let jiraAdmin: Tab;
let projectAdmin: Tab;
let member: Tab;
let viewer: Tab;
/** The AWS view knows no users of Jira. */
let aws: Tab;

beforeAll(async () => {
  pages = await openPages({ seed: false, fastForward: true });
  [jiraAdmin, projectAdmin, member, viewer, aws] = await Promise.all([
    pages.open('/settings/well-architected'),
    pages.open('/', { as: PROJECT_ADMIN }),
    pages.open('/', { as: MEMBER }),
    pages.open('/', { as: VIEWER }),
    pages.open('/aws-console'),
  ]);
}, 180_000);

afterAll(() => pages.close());

/** In the order of a newcomer: each test goes on where the one before ended. */
describe('the whole circle', () => {
  test('a Jira admin enters the access key of the app’s IAM user', async () => {
    const { app } = jiraAdmin;
    await app.getByRole('button', { name: 'Enter the access key' }).click();
    await app.getByLabel('Access key ID').fill(DEFAULT_USER.accessKeyId);
    await app.getByLabel('Secret access key').fill(DEFAULT_USER.secretAccessKey);
    await app.getByRole('button', { name: 'Save access key' }).click();
    await app.getByText(`ends with ${DEFAULT_USER.accessKeyId.slice(-4)}`).waitFor();
  });

  test('connects an AWS account: the guide leads to a role that passes every check', async () => {
    const { app, page } = jiraAdmin;
    await jiraAdmin.goto('/settings/well-architected/connections/new');
    await app.getByLabel('Name').fill('Reviews');
    await app.getByLabel('Regions').fill(REGION);
    await page.keyboard.press('Enter');
    await app.getByRole('button', { name: 'Create and go on' }).click();
    const roleArn = await createRole();
    await app.getByRole('button', { name: 'The role exists, go on' }).click();
    await app.getByLabel('ARN of the role').fill(roleArn);
    await app.getByRole('button', { name: 'Save and go on' }).click();
    await app.getByRole('button', { name: `Test ${REGION}` }).click();
    await app.getByText('1 of 1 Regions passed').waitFor();
  }, 60_000);

  test('and lets it serve a project', async () => {
    const { app } = jiraAdmin;
    await app.getByRole('button', { name: 'Choose spaces' }).first().click();
    await app.getByLabel('Add a space').fill('WA');
    await app.getByRole('option', { name: /WA/ }).first().click();
    await app.getByRole('button', { name: /^Save/ }).first().click();
    await app.getByText('Serves 1 space').waitFor();
  }, 60_000);

  test('a project admin links the workload', async () => {
    const { app } = projectAdmin;
    await projectAdmin.goto(`${PROJECT}/settings/well-architected`);
    await app.getByRole('button', { name: 'Link Sample workload' }).click();
    await app.getByRole('button', { name: 'Unlink Sample workload' }).waitFor();
  }, 60_000);

  test('previews: nothing is made before it is confirmed', async () => {
    const { app } = projectAdmin;
    await projectAdmin.goto(`${PROJECT}/well-architected`);
    await app.getByRole('button', { name: 'Sync now' }).click();
    await app.getByRole('button', { name: 'Preview', exact: true }).click();
    await app.getByRole('button', { name: /^Sync \d+ changes$/ }).waitFor();
    expect(await cardsOn(projectAdmin)).toBe(0);
    await projectAdmin.page.goBack();
  }, 60_000);

  test('syncs: the board has Tasks and Sub-tasks', async () => {
    const { app } = projectAdmin;
    await app.getByRole('button', { name: /^Sync \d+ changes$/ }).click();
    await app.getByText('Everything was done').waitFor();
    expect(await cardsOn(projectAdmin)).toBeGreaterThan(100);
  }, 60_000);

  test('and switches automatic mode on', async () => {
    const { app } = projectAdmin;
    await projectAdmin.goto(`${PROJECT}/settings/well-architected`);
    await app.getByRole('button', { name: 'Settings of Sample workload' }).click();
    await app.getByRole('radio', { name: 'Automatic', exact: true }).check();
    await app.getByRole('button', { name: 'Save settings' }).click();
    await projectAdmin.page.getByText('Settings saved').waitFor();
    await projectAdmin.goto(`${PROJECT}/well-architected`);
    await app.getByText('Automatic', { exact: true }).waitFor();
    expect(await pages.site.idle()).toBe(true);
  }, 60_000);

  test('a member moves a card, and the note in AWS says so beside what people wrote', async () => {
    const key = await move(member, DONE_IN_JIRA, 'Done');
    expect(await pages.site.idle()).toBe(true);
    await openQuestion();
    const notes = await aws.page.getByRole('textbox', { name: 'Notes' }).inputValue();
    expect(notes).toContain(`[x] ${key}: Done - ${DONE_IN_JIRA}`);
    expect(notes).toMatch(
      /^Covered for the customer-facing part\. The batch jobs are still open\.\n\n=== Jira status/,
    );
  }, 60_000);

  test('a minute later somebody selects a practice in AWS, five minutes pass, and the card moves', async () => {
    pages.site.host.advanceClock(60_000);
    await aws.page.getByLabel(DONE_IN_AWS, { exact: true }).check();
    await aws.page.getByRole('button', { name: 'Save' }).click();
    await aws.page.getByText('The answer was saved').waitFor();
    await aws.page.getByRole('button', { name: 'Let 5 minutes pass' }).click();
    await aws.page.getByText('Five minutes have passed').waitFor();
    expect(await pages.site.idle()).toBe(true);
    await member.goto(`${PROJECT}/board`);
    await columnOf(member, 'Done').getByText(DONE_IN_AWS).waitFor();
  }, 60_000);

  test('a viewer reads all of it and can start nothing', async () => {
    const { app } = viewer;
    await viewer.goto(`${PROJECT}/well-architected`);
    await app.getByText('Sample workload').first().waitFor();
    await app.getByText('high risk').first().waitFor();
    expect(await app.getByRole('button', { name: 'Sync now' }).count()).toBe(0);
    await viewer.goto(`${PROJECT}/settings/well-architected`);
    await app.getByText('Only an administrator of this space can do this.').first().waitFor();
  }, 60_000);

  test('the browser has nothing to complain about', () => {
    const tabs = { jiraAdmin, projectAdmin, member, viewer, aws };
    for (const [name, tab] of Object.entries(tabs)) expect([name, tab.complaints()]).toEqual([name, []]);
  });
});

/** As the account's administrator: deploys the template with the values that the guide shows. */
async function createRole(): Promise<string> {
  await aws.goto('/aws-console/stack');
  for (const name of ['TrustedPrincipalArn', 'ExternalId', 'RoleName']) {
    const shown = jiraAdmin.app.getByLabel(name, { exact: true }).first();
    await aws.page.getByLabel(name, { exact: true }).fill((await shown.innerText()).trim());
  }
  await aws.page.getByRole('button', { name: 'Create stack' }).click();
  return (
    await aws.page
      .getByText(/^arn:aws:iam::/)
      .first()
      .innerText()
  ).trim();
}

async function cardsOn(tab: Tab): Promise<number> {
  await tab.goto(`${PROJECT}/board`);
  return tab.page.getByRole('button', { name: /^Move WA-/ }).count();
}

/** Moves the card of that title; answers its key. */
async function move(tab: Tab, title: string, to: string): Promise<string> {
  await tab.goto(`${PROJECT}/board?text=${encodeURIComponent(title)}`);
  const select = tab.page.getByRole('combobox', { name: /^Move WA-\d+ to$/ }).first();
  const key = /WA-\d+/.exec((await select.getAttribute('aria-label')) ?? '')?.[0] ?? '';
  await select.selectOption({ label: to });
  await tab.page.getByRole('button', { name: `Move ${key}`, exact: true }).click();
  await columnOf(tab, to).getByText(title).waitFor();
  return key;
}

function columnOf({ page }: Tab, name: string) {
  return page.getByRole('region', { name: new RegExp(`^${name}`) });
}

async function openQuestion(): Promise<void> {
  await aws.goto('/aws-console');
  for (const name of ['Sample workload', 'AWS Well-Architected Framework', QUESTION]) {
    await aws.page.getByRole('link', { name, exact: true }).click();
  }
}
