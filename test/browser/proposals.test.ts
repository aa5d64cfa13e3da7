/** What a preview proposes: each can be taken or left out, and all of a kind at once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { scenarioOn, type Issue, type Scenario } from '../scenarios/open-site';
import { onPage, overhang, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';
import { openProjectWorld, SMALL, SMALL_LENS } from './project-world';

const TITLES = ['How do you close doors?', 'How do you keep keys?', 'How do you run the workload?'] as const;
const [DOORS, KEYS] = TITLES;

let pages: Pages;
let scenario: Scenario;
let tab: Tab;
let on: OnPage;
beforeAll(async () => {
  pages = await openPages({ lensFiles: [SMALL_LENS], answered: 'none', fastForward: true });
  scenario = scenarioOn(pages.site);
  const world = await openProjectWorld(pages);
  await world.link(world.arnOf(SMALL));
  await world.syncSmall();
  const epic = (await scenario.issues()).find(({ fields }) => fields.issuetype.hierarchyLevel === 1);
  pages.site.jira.admin.deleteIssue(epic?.key ?? '');
  await pages.site.idle(60_000);
  tab = await pages.open(`/projects/WA/well-architected/sync/${world.idOf(SMALL)}`, { as: PROJECT_ADMIN });
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

const preview = (decisions: string) => on.button(`Preview with ${decisions}`);
const all = (name: string) => on.group('All at once: Put it below the Epic').getByRole('button', { name });

async function choice(title: string, name: string) {
  const { key } = await issue(title);
  return on.group(`Proposed: ${key} ${title}`).getByRole('button', { name });
}

async function issue(title: string): Promise<Issue> {
  const found = (await scenario.issues()).find(({ fields }) => fields.summary === title);
  if (!found) throw new Error(`nothing is titled "${title}"`);
  return found;
}

const isPressed = async (title: string) =>
  (await (await choice(title, 'Put it below the Epic')).getAttribute('aria-pressed')) === 'true';
const pressed = () => Promise.all(TITLES.map(isPressed));

test('Tasks without an Epic are proposed, and taken unless somebody says otherwise', async () => {
  await on.label('Make work items again that were deleted in Jira').check();
  await on.button(/^Preview$/).click();
  await on.heading('Proposed').waitFor();
  expect(await pressed()).toEqual([true, true, true]);
  await on.expectClean();
});

test('with the keyboard: all are left out, one is taken, and both can be taken back', async () => {
  await all('Leave all 3 without a parent').press('Enter');
  expect(await pressed()).toEqual([false, false, false]);
  await preview('3 decisions').waitFor();
  await (await choice(KEYS, 'Put it below the Epic')).press('Enter');
  expect(await pressed()).toEqual([false, true, false]);
  await preview('2 decisions').waitFor();
  await all('Put all 3 below the Epic').press(' ');
  expect(await pressed()).toEqual([true, true, true]);
  expect(await on.button(/^Preview with/).count()).toBe(0);
});

test('in the dark and on a narrow page it looks as it should', async () => {
  const address = new URL(tab.page.url()).pathname;
  const narrow = await pages.open(address, { as: PROJECT_ADMIN, theme: 'dark', width: 320 });
  await onPage(narrow).heading('Proposed').waitFor();
  await onPage(narrow).expectClean();
  expect(await overhang(narrow)).toBeLessThanOrEqual(0);
});

test('one is left out and the others taken: the sync does just that', async () => {
  await (await choice(DOORS, 'Leave it without a parent')).click();
  await preview('1 decision').click();
  await on.button(/^Sync \d+ changes?$/).waitFor();
  expect(await pressed()).toEqual([false, true, true]);
  await on.expectClean();
  await on.button(/^Sync \d+ changes?$/).click();
  await on
    .text(/^Created 1 /)
    .first()
    .waitFor();
  const parents = await Promise.all(TITLES.map(async (title) => (await issue(title)).fields.parent?.key));
  expect(parents.map((key) => key !== undefined)).toEqual([false, true, true]);
}, 120_000);
