/** Connecting an AWS account on the admin page, from nothing to a tested connection, with IAM enforced. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_USER, DEFAULT_USER_ARN, REGION, roleTemplate } from '../../sandbox/aws';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { TOOL_REGIONS } from '../../sandbox/aws/regions';
import { scenarioOn } from '../scenarios/open-site';
import type { ConnectionView } from '../scenarios/worded';
import { keptInBrowser, onPage, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';

const PAGE = '/settings/well-architected';
/** Harmless as text. */
const NAME = 'Payments <b>account</b>';

let pages: Pages;
let tab: Tab;
let on: OnPage;
beforeAll(async () => {
  pages = await openPages({ seed: false, fastForward: true });
  tab = await pages.open(PAGE);
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

async function connections(): Promise<readonly ConnectionView[]> {
  return (await scenarioOn(pages.site).call('connection.list', {}, JIRA_ADMIN)).connections;
}

async function connection(): Promise<ConnectionView> {
  const [first] = await connections();
  if (!first) throw new Error('there is no connection');
  return first;
}

function deployRole(template: string, { setup: { parameters } }: ConnectionView): string {
  return pages.site.aws.admin.deployStack({ template, parameters, stackName: 'role' }).RoleArn ?? '';
}

/** A minute later: the app keeps to Forge's 100 requests a minute, and would wait for real. */
async function testIt(): Promise<void> {
  pages.site.host.advanceClock(60_000);
  await on.button(`Test ${REGION}`).click();
}

describe('the access key comes first', () => {
  test('with nothing there, the page says that the app needs one', async () => {
    await on.heading('Connect your first AWS account').waitFor();
    await on.text('Nobody has given it the access key of one yet').waitFor();
    await on.expectClean();
  });

  test('what is missing is said at the field, and the focus goes there', async () => {
    await on.button('Enter the access key').click();
    await on.button('Save access key').click();
    await on.text('Enter the access key ID.').waitFor();
    await tab.app.locator('input[aria-invalid=true]:focus').waitFor();
    await on.expectClean();
  });

  test('a secret that AWS refuses leaves what was typed', async () => {
    await on.label('Access key ID').fill(DEFAULT_USER.accessKeyId);
    await on.label('Secret access key').fill('x'.repeat(40));
    await on.button('Save access key').click();
    await on.heading('The access key was not saved').waitFor();
    expect(await on.label('Access key ID').inputValue()).toBe(DEFAULT_USER.accessKeyId);
  });

  test('a saved key shows its end and its user; the secret is nowhere', async () => {
    await on.label('Secret access key').fill(DEFAULT_USER.secretAccessKey);
    await on.button('Save access key').click();
    await on.text(`ends with ${DEFAULT_USER.accessKeyId.slice(-4)} · since today`).waitFor();
    await on.text(DEFAULT_USER_ARN).waitFor();
    expect(await tab.app.locator('input[type=password]').count()).toBe(0);
    expect(await keptInBrowser(tab)).not.toContain(DEFAULT_USER.secretAccessKey);
    await on.expectClean();
  });
});

describe('the guide', () => {
  test('offers every Region that the app takes, and no other', async () => {
    await on.openPart('Connections');
    await on.button('Connect an AWS account').click();
    const regions = tab.app.getByRole('combobox', { name: 'Regions' });
    await regions.click();
    const offered = await tab.app.getByRole('option').allInnerTexts();
    expect(offered.map((text) => text.split(',')[0]).sort()).toEqual([...TOOL_REGIONS].sort());
    await regions.press('Escape');
  });

  test('says what is missing, keeps what was typed over a reload, and makes the connection', async () => {
    await on.button('Create and go on').click();
    await on.text('Choose at least one Region.').waitFor();
    await on.expectClean();
    await on.label('Name').fill(NAME);
    await tab.page.reload();
    expect(await on.label('Name').inputValue()).toBe(NAME);
    await on.pick('Regions', REGION, new RegExp(REGION));
    await on.button('Create and go on').click();
    await on.heading(NAME).waitFor();
  });

  test('shows the values for the role, and the button says that it copied', async () => {
    const { externalId, setup } = await connection();
    await on.group('ExternalId').getByText(externalId).waitFor();
    await on.text('AWSTemplateFormatVersion').waitFor();
    const console = tab.app.getByRole('link', { name: 'Open the CloudFormation console in us-east-1' });
    expect(await console.getAttribute('href')).toBe(setup.launch?.url);
    await on.expectClean();
    await on.button('Terminal').click();
    expect(await on.group('Command').innerText()).toBe(setup.command);
    await on.button('Copy').click();
    await on.button('Copied').waitFor();
    await on.button('IAM console').click();
    expect(await on.group('Trust policy').innerText()).toBe(setup.trustPolicy);
    expect(await on.group('Permissions').innerText()).toBe(setup.permissions);
    expect(setup.permissions).toContain('<account>');
    await on.text(/replace <account> by the number of this account/).waitFor();
    await on
      .text(setup.parameters.RoleName ?? 'no name')
      .first()
      .waitFor();
  });

  test('a wrong ARN is explained at the field', async () => {
    await on.button('The role exists, go on').click();
    await on.label('ARN of the role').fill('arn:aws:iam::111122223333:user/somebody');
    await on.button('Save and go on').click();
    await tab.app
      .getByRole('alert')
      .getByText(/^This is not a role\. Enter the ARN/)
      .waitFor();
    await tab.app.locator('input[aria-invalid=true]:focus').waitFor();
    await on.expectClean();
  });

  test('a role without one action: the test says which, and what to add', async () => {
    const lacking = roleTemplate().replace(/^ *- wellarchitected:ListAnswers\n/m, '');
    await on.label('ARN of the role').fill(deployRole(lacking, await connection()));
    await on.button('Save and go on').click();
    await testIt();
    await on.text('1 check failed').waitFor();
    await on.text('Usable in part').waitFor();
    const statement = JSON.parse(await on.group('Statement to add').innerText()) as object;
    expect(statement).toMatchObject({ Effect: 'Allow', Action: 'wellarchitected:ListAnswers' });
    await on.button('Test it (Needs attention)').waitFor();
    await on.expectClean();
  });

  test('mended, every check turns green, and the step is done', async () => {
    deployRole(roleTemplate(), await connection());
    await testIt();
    await on.text('1 of 1 Regions passed').waitFor();
    await on.text('Ready').waitFor();
    const checks = tab.app.getByRole('list', { name: `Checks in ${REGION}` }).getByRole('listitem');
    expect(await checks.filter({ has: tab.app.getByRole('img', { name: 'OK' }) }).count()).toBe(13);
    expect(await checks.count()).toBe(13);
    await on.button('Test it (Done)').waitFor();
    await on.expectClean();
  });

  test('a project is found by its name, and served', async () => {
    await on.button('Choose spaces').last().click();
    await on.pick('Add a space', 'WA', /\(WA\)/);
    await on.button('Save spaces').click();
    await on.text('Serves 1 space').waitFor();
    expect((await connection()).serves).toEqual([expect.objectContaining({ projectKey: 'WA' })]);
    await on.expectClean();
  });

  test('left and opened again, everything is as the server knows it', async () => {
    await tab.goto(PAGE);
    await on.button(NAME).click();
    for (const step of ['Name it', 'Create the role in AWS', 'Enter the role', 'Test it', 'Choose spaces'])
      await on.button(`${step} (Done)`).waitFor();
    expect(await tab.app.getByRole('button', { expanded: true }).count()).toBe(0);
  });
});

describe('EventBridge', () => {
  test('its key is shown once', async () => {
    await on.button('Show the values for EventBridge').click();
    await on.heading('These values are shown once').waitFor();
    const key = await on.group('WebTriggerKey').innerText();
    expect(key).toMatch(/^[0-9a-f]{32,}$/);
    await on.expectClean();
    expect(await keptInBrowser(tab)).not.toContain(key);
    await tab.page.reload();
    await on.button('Make a new key').waitFor();
    expect(await tab.app.locator('body').innerText()).not.toContain(key);
  });

  test('switching it off asks first', async () => {
    await on.button('Switch off').click();
    await on.heading('Switch EventBridge off?').waitFor();
    await tab.page.keyboard.press('Escape');
    expect((await connection()).eventsSince).toBeDefined();
    await on.button('Switch off').click();
    await on.group('Switch EventBridge off?').getByRole('button', { name: 'Switch off' }).click();
    await on.button('Show the values for EventBridge').waitFor();
    expect((await connection()).eventsSince).toBeUndefined();
  });
});

describe('a role that others could enter', () => {
  test('is told, and a Jira admin answers for it in words', async () => {
    const { roleArn: arn = '' } = await connection();
    const Statement = { Effect: 'Allow', Principal: { AWS: DEFAULT_USER_ARN }, Action: 'sts:AssumeRole' };
    const trustPolicy = { Version: '2012-10-17', Statement };
    pages.site.aws.admin.putRole({ arn, trustPolicy, policies: {} });
    await on.button(/^Test it/).click();
    await testIt();
    await on.heading('Others could enter through this role').waitFor();
    await on.text('Accept the risk instead').click();
    await on.label('Why is the risk acceptable?').fill('It is fine');
    await on.button('Accept the risk').click();
    await on.text('Say in 20 to 500 characters why the risk is acceptable.').waitFor();
    await on.expectClean();
    await on.label('Why is the risk acceptable?').fill('A sandbox account without anything of value.');
    await on.button('Accept the risk').click();
    await on.heading('The risk of an open role was accepted').waitFor();
    expect((await connection()).state.code).toBe('ready');
    await on.text('Usable, 9 actions not tried').waitFor();
  });
});

describe('deleting a connection', () => {
  test('says what stops, and does it', async () => {
    await on.button('Delete').click();
    await on.text('What stops:').waitFor();
    await on.expectClean();
    await on
      .group(/^Delete “/)
      .getByRole('button', { name: 'Delete' })
      .click();
    await on.heading('Connect your first AWS account').waitFor();
    expect(await connections()).toEqual([]);
  });
});
