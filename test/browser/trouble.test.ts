/** What the pages say when something outside has changed or broken, each with what to do, and nothing that axe finds. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { asPerson, type Scenario, scenarioOn } from '../scenarios/open-site';
import { openPages, type Pages, type Tab } from './pages';

const WORKLOAD = 'Sample workload';
const FRAMEWORK = 'wellarchitected';
const PAGE = '/projects/WA/well-architected';
const MINUTE_MS = 60_000;

let pages: Pages;
let scenario: Scenario;
let tab: Tab;
let workloadId: string;
beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  scenario = scenarioOn(pages.site);
  await scenario.sync({ workload: WORKLOAD });
  workloadId = pages.site.aws.admin.workloads()[0]?.id ?? '';
  tab = await pages.open('/', { as: PROJECT_ADMIN });
}, 180_000);
afterAll(() => pages.close());

/** What AWS said a minute ago is asked for again. */
beforeEach(() => pages.site.host.advanceClock(MINUTE_MS));

const seen = (text: string | RegExp) => tab.app.getByText(text).locator('visible=true').first().waitFor();

const askNow = () =>
  tab.app
    .getByRole('button', { name: /^Ask AWS now/ })
    .first()
    .click();

async function isSound(): Promise<void> {
  expect(await tab.violations()).toEqual([]);
  expect(tab.complaints()).toEqual([]);
}

async function keyOf(level: number): Promise<string> {
  const found = (await scenario.issues()).find(({ fields }) => fields.issuetype.hierarchyLevel === level);
  return found?.key ?? '';
}

test('a lens that has a newer version says so', async () => {
  const { admin } = pages.site.aws;
  const lens = admin.lenses().find(({ alias }) => alias === FRAMEWORK);
  if (!lens) throw new Error('the framework lens is missing');
  admin.publishLens({ ...lens, version: '2099-01-01' });
  await tab.goto(PAGE);
  await askNow();
  await seen('Newer version available');
  await isSound();
});

test('a plan that would close everything is refused by the safety check, and goes on only in so many words', async () => {
  const { admin } = pages.site.aws;
  const pillars = admin.lenses().find(({ alias }) => alias === FRAMEWORK)?.pillars ?? [];
  admin.batch(() => {
    for (const { id, none, choices } of pillars.flatMap(({ questions }) => questions)) {
      const SelectedChoices = choices.map((choice) => choice.id).filter((choice) => choice !== none);
      admin.setAnswer(workloadId, FRAMEWORK, id, { SelectedChoices });
    }
  });
  await tab.goto(`${PAGE}/sync/${workloadId}`);
  await tab.app.getByRole('button', { name: 'Preview', exact: true }).click();
  await seen('The safety check stops this plan');
  const sync = tab.app.getByRole('button', { name: /^Sync \d+ changes$/ });
  expect(await sync.isDisabled()).toBe(true);
  await tab.app.getByLabel('I have looked at this plan, and it is what I want').check();
  await sync.click();
  await seen('Everything was done');
  const subtasks = (await scenario.issues()).filter(({ fields }) => fields.issuetype.hierarchyLevel < 0);
  expect(new Set(subtasks.map(({ fields }) => fields.status.name))).toEqual(new Set(['Done']));
  await isSound();
}, 120_000);

test('a role that is gone leaves the rest readable, on the overview and on an issue', async () => {
  pages.site.aws.admin.deleteStack({ stackName: 'jira-role' });
  await tab.goto(PAGE);
  await seen(/^Read from AWS /);
  expect(await tab.app.getByText('AWS could not be asked').count()).toBe(0);
  await askNow();
  await seen('AWS could not be asked for the risks');
  await seen(/^Read from AWS /);
  await seen(WORKLOAD);
  await isSound();
  await tab.goto(`/browse/${await keyOf(0)}`);
  await seen('AWS was not asked');
  await seen('Where this sits');
  await isSound();
});

test.each(['%zz', 'sync', 'sync/%E0%A4%A', 'triage/..%2F..', 'nothing-of-this-name'])(
  'an address that means nothing shows something: %s',
  async (rest) => {
    await tab.goto(`${PAGE}/${rest}`);
    await tab.app.getByRole('heading', { level: 1, name: 'Well-Architected' }).waitFor();
    const parts = tab.app.getByRole('navigation', { name: 'Parts of this page' });
    await parts.getByRole('button', { name: 'Overview' }).waitFor();
    expect(tab.complaints()).toEqual([]);
  },
);

test('an issue that is not ours has no panel', async () => {
  const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Somebody else’s' };
  const { body } = await asPerson(pages.site, 'POST', 'issue', { fields });
  await tab.goto(`/browse/${(body as { key: string }).key}`);
  await tab.page.getByRole('heading', { name: 'Somebody else’s' }).waitFor();
  expect(tab.hasApp()).toBe(false);
});
