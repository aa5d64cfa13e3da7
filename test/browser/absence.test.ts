/** What a person chooses about issues that the app does not know, or does not find any more. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTOMATION, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { type Scenario, scenarioOn } from '../scenarios/open-site';
import { forgetLinks } from '../scenarios/stored';
import { openPages, type Pages, type Tab } from './pages';

const WORKLOAD = 'Sample workload';

let pages: Pages;
let scenario: Scenario;
let tab: Tab;
let address: string;
let issues: number;
beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  scenario = scenarioOn(pages.site);
  await scenario.sync({ workload: WORKLOAD });
  issues = (await scenario.issues()).length;
  tab = await pages.open('/', { as: PROJECT_ADMIN });
  address = `/projects/WA/well-architected/sync/${pages.site.aws.admin.workloads()[0]?.id ?? ''}`;
}, 180_000);
afterAll(() => pages.close());

const seen = (text: string | RegExp) => tab.app.getByText(text).locator('visible=true').first().waitFor();
const click = (name: string | RegExp) => tab.app.getByRole('button', { name }).click();

async function isSound(): Promise<void> {
  expect(await tab.violations()).toEqual([]);
  expect(tab.complaints()).toEqual([]);
}

test('after a new installation: whose issues these are is asked, and adopting makes none', async () => {
  for (const { id } of await scenario.issues()) pages.site.jira.admin.setCreator(id, AUTOMATION);
  forgetLinks(pages.site);
  await tab.goto(address);
  await click(/^Preview$/);
  await seen('Whose work items are these?');
  await seen(/Made by Automation for Jira/);
  expect(await tab.app.getByText('Find in the plan').count()).toBe(0);
  await isSound();
  const narrow = await pages.open(new URL(tab.page.url()).pathname, {
    as: PROJECT_ADMIN,
    theme: 'dark',
    width: 320,
  });
  await narrow.app.getByText('Whose work items are these?').waitFor();
  expect(await narrow.violations()).toEqual([]);
  await click(`Adopt ${issues} work items`);
  await seen(`${issues} work items will be adopted by the sync: from then on they belong to this review.`);
  await isSound();
  await click(/^(?:Sync \d+ changes?|Adopt \d+ work items)$/);
  await seen('Nothing had to be changed');
  expect(await scenario.issues()).toHaveLength(issues);
}, 120_000);

test('what is not found is told as that, and a button of its own takes its status out of AWS', async () => {
  const task = (await scenario.issues()).find(({ fields }) => fields.issuetype.hierarchyLevel === 0);
  pages.site.jira.admin.hideIssue(task?.key ?? '', [PROJECT_ADMIN]);
  const { id } = await scenario.sync({ workload: WORKLOAD });
  await tab.goto(`${address}/${id}`);
  await seen(/ts work item is not found: it was deleted, or it is hidden from the app, which looks alike/);
  await isSound();
  await click('Sync again');
  await seen(/^\d+ things? for you to settle$/);
  expect(await tab.app.getByText('Nothing to do').count()).toBe(0);
  await tab.app.getByRole('button', { name: 'Preview with deleted work items made again' }).waitFor();
  await isSound();
  await click('Preview with their status taken out of AWS');
  await seen('Its status leaves the notes.');
  await isSound();
  await click(/^Sync \d+ changes?$/);
  await seen(/notes of 1 question|1 question/);
}, 120_000);

test('many that people deleted: the plan can be confirmed, though nothing in it changes', async () => {
  const tasks = (await scenario.issues()).filter(({ fields }) => fields.issuetype.hierarchyLevel === 0);
  for (const { id } of tasks.slice(0, 25)) pages.site.jira.admin.deleteIssue(id);
  await pages.site.idle(60_000);
  await tab.goto(address);
  await click(/^Preview$/);
  await seen('The safety check stops this plan');
  expect(await tab.app.getByText('Nothing to do').count()).toBe(0);
  await tab.app.getByLabel('I have looked at this plan, and it is what I want').check();
  await isSound();
  await click(/^(?:Sync \d+ changes?|Confirm, and sync)$/);
  await seen(/For a person to settle|Everything was done/);
}, 120_000);
