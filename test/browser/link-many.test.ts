/** Linking a selection of workloads in a real browser: one press, and what stands in the way of one is told on its card. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scenarioOn, type Scenario } from '../scenarios/open-site';
import { onPage, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';

const SETTINGS = '/projects/WA/settings/well-architected';
const MANY = 30;

let pages: Pages;
let scenario: Scenario;
let tab: Tab;
let on: OnPage;
let taken: string;

beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  scenario = scenarioOn(pages.site);
  const many = pages.site.aws.admin.addWorkloads({ count: MANY, lenses: ['wellarchitected'] });
  taken = many[3]?.arn ?? '';
  await scenario.link(taken, 'KAN');
  pages.site.host.advanceClock(60_000);
  tab = await pages.open(SETTINGS);
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

const linked = async () =>
  (await scenario.call('workload.linked', { projectKey: 'WA' })).workloads.map(
    ({ workloadArn }) => workloadArn,
  );

test('all that are shown are linked with one press, but for the one that another project has', async () => {
  const box = tab.app.getByRole('checkbox', { name: /^Select / }).first();
  await box.waitFor();
  await on.button(/^Select all \d+$/).click();
  await on.expectClean();
  await box.uncheck();
  await box.check();
  await on.button(/^Link \d+ workloads$/).click();
  await on.text(/^1 workload was not linked: its card says why\.$/).waitFor();
  await on.text('Space KAN has linked this workload').waitFor();
  await on.expectClean();
  const found = await linked();
  expect(found).not.toContain(taken);
  expect(found.length).toBeGreaterThanOrEqual(MANY - 1);
  // What could not be linked stays selected.
  await on.button('Link 1 workload').waitFor();
});
