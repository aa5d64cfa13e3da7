/** The links of the site in a real browser: a Jira admin finds the one that is in somebody's way, and ends it. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { scenarioOn, type Scenario } from '../scenarios/open-site';
import { storedIn } from '../scenarios/stored';
import { onPage, overhang, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';

const PAGE = '/settings/well-architected/workloads';
const MANY = 30;

let pages: Pages;
let scenario: Scenario;
let tab: Tab;
let on: OnPage;
let taken: { readonly arn: string; readonly name: string };

beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  scenario = scenarioOn(pages.site);
  const many = pages.site.aws.admin.addWorkloads({ count: MANY, lenses: ['wellarchitected'] });
  for (const { arn } of many.slice(1)) await scenario.link(arn);
  const [first] = many;
  taken = { arn: first?.arn ?? '', name: first?.details.WorkloadName ?? '' };
  await scenario.link(taken.arn, 'KAN');
  // Forge's indexes lag.
  pages.site.host.advanceClock(60_000);
  tab = await pages.open(PAGE);
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

const cards = (of = tab) => of.app.getByRole('list', { name: 'Linked workloads' }).getByRole('listitem');
const find = (text: string) => on.label('Find by workload, space or ARN').fill(text);

test('the list comes a page at a time, with space, account and who linked it', async () => {
  await cards().first().waitFor();
  expect(await cards().count()).toBe(25);
  await on
    .text(/^Space (?:WA|KAN)$/)
    .first()
    .waitFor();
  await on
    .text(/Linked by Space admin/)
    .first()
    .waitFor();
  await on.expectClean();
  await on.button('Show more').click();
  await on.button('Show more').waitFor({ state: 'detached' });
  expect(await cards().count()).toBe(MANY);
});

test('what is looked for is found on whichever page it stands', async () => {
  await tab.page.reload();
  await cards().first().waitFor();
  await find('kan');
  await on.button('Show more').waitFor({ state: 'detached' });
  expect(await cards().count()).toBe(1);
  await cards().getByText(taken.name, { exact: true }).waitFor();
  await find('nobody has this');
  await on.text('No linked workload has that in its name, its ARN or the key of its space.').waitFor();
  await find(taken.arn);
  await cards().getByText(taken.name, { exact: true }).waitFor();
  expect(await cards().count()).toBe(1);
  expect(tab.calls()).toContain(`siteWorkload.list ${JSON.stringify({ workloadArn: taken.arn })}`);
});

test('unlinking asks first, and says what becomes of automatic mode, work items and notes', async () => {
  await on.button(`Unlink ${taken.name}`).click();
  const question = on.group(`Unlink “${taken.name}”? (Space KAN)`);
  await question.getByText('Syncing stops at once, and automatic mode with it').waitFor();
  await question.getByText('The work items stay, and the notes in AWS').waitFor();
  await on.expectClean();
  await tab.page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(tab.calls().filter((call) => call.startsWith('siteWorkload.unlink'))).toEqual([]);
  await on.button(`Unlink ${taken.name}`).click();
  await question.getByRole('button', { name: 'Unlink' }).click();
  await on.text('No linked workload has that in its name').waitFor();
  await find('kan');
  await on.text('No linked workload has that in its name').waitFor();
  await find('');
  expect(await cards().count()).toBe(MANY - 1);
  const { workloads } = await scenario.call('workload.linked', { projectKey: 'KAN' });
  expect(workloads.map(({ state }) => state.code)).toEqual(['unlinked']);
});

test('the admin of a space whose linking is refused is told whom to ask', async () => {
  await scenario.link(taken.arn, 'KAN');
  const settings = await pages.open('/projects/WA/settings/well-architected', { as: PROJECT_ADMIN });
  const { app } = settings;
  await app.getByRole('button', { name: `Link ${taken.name}`, exact: true }).click();
  await app.getByText('Ask an admin of KAN, or a Jira admin, to unlink it there.').waitFor();
  pages.site.jira.admin.revokeRole('KAN', 'administrators', PROJECT_ADMIN);
  await app.getByRole('button', { name: `Link ${taken.name}`, exact: true }).click();
  await app.getByText('Ask a Jira admin: they see which space it is').waitFor();
  expect(await app.getByText('KAN').count()).toBe(0);
  await onPage(settings).expectClean();
  await settings.close();
});

test('a record that cannot be read is named, and unlinked, also on a phone in the dark', async () => {
  const stored = storedIn(pages.site);
  const key = `linked:${createHash('sha256').update(taken.arn, 'utf8').digest('hex').slice(0, 16)}`;
  expect(stored.at(key)).toMatchObject({ workloadArn: taken.arn });
  stored.put(key, 'damaged');
  const phone = await pages.open(PAGE, { width: 400, theme: 'dark' });
  const id = key.slice('linked:'.length);
  await phone.app.getByRole('button', { name: `Unlink ${id}` }).click();
  expect(await overhang(phone)).toBe(0);
  await onPage(phone).expectClean();
  await phone.app
    .getByRole('group', { name: `Unlink the workload of the record ${id}?` })
    .getByRole('button', { name: 'Unlink' })
    .click();
  await phone.app.getByText('cannot be read').first().waitFor({ state: 'detached' });
  expect(stored.at(key)).toBeUndefined();
  await phone.close();
});

test('whoever is no Jira admin sees none of it', async () => {
  const viewer = await pages.open(PAGE, { as: VIEWER });
  await viewer.app.getByText('Only a Jira administrator can do this.').waitFor();
  expect(JSON.stringify(await viewer.answers())).not.toContain(taken.arn);
  await viewer.close();
});
