/** A run under way, as its page tells it: its steps, the time left, what it waits for, and the issues that are there. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { FAULTS, type FaultsInput } from '../../sandbox/site/faults/model';
import { type HeldSite, openHeldSite, WORKLOAD } from './held-site';
import type { Tab } from './pages';

const HOUR_MS = 3_600_000;

let site: HeldSite;
let tab: Tab;

beforeAll(async () => {
  site = await openHeldSite();
  tab = await site.pages.open('/', { as: PROJECT_ADMIN });
}, 180_000);
afterAll(() => site.close());

function meet(faults: FaultsInput): void {
  site.pages.site.faults.set(FAULTS.parse(faults));
}

/** A run under way is asked for every ten seconds, and Jira is believed for as long. */
const PATIENCE = { timeout: 40_000 };

const seen = (text: string | RegExp) =>
  tab.app.getByText(text).locator('visible=true').first().waitFor(PATIENCE);

async function isSound(): Promise<void> {
  expect(await tab.violations()).toEqual([]);
  expect(tab.complaints()).toEqual([]);
}

test('while AWS throttles it says what it waits for, and until when', async () => {
  meet({ aws: { throttled: 1 } });
  await site.start();
  await tab.goto(site.runPage);
  await seen(/^It waits until \d+:\d\d [AP]M, a minute from now$/);
  await seen('Then it goes on by itself.');
  await isSound();
  site.holdReads();
  meet({});
  site.pages.site.host.advanceClock(HOUR_MS);
  await tab.page.reload();
  await seen('Reading the review and its work items');
}, 120_000);

test('while Jira answers 429 it says when Jira can be asked again, on a page that is opened anew too', async () => {
  meet({ jira: { 'quota-tenant': 1 } });
  await seen(/Rate limit exceeded\. It can be asked again at \d+:00 [AP]M\.$/);
  await seen('Reading the review and its work items');
  await isSound();
  await tab.page.reload();
  await seen(/Rate limit exceeded\. It can be asked again at \d+:00 [AP]M\.$/);
  meet({});
  await tab.page.reload();
}, 120_000);

test('while notes are written the issues can be looked at, and the time left is estimated', async () => {
  site.letGo();
  site.holdWrites();
  await seen('Writing notes in AWS');
  await seen('The work items are in Jira; notes are being written');
  await seen(/^About \d+ (?:seconds|minutes?) left$/);
  const heading = new RegExp(`^Syncing ${WORKLOAD}: \\d+ of \\d+ changes$`);
  await tab.app.getByRole('heading', { name: heading }).waitFor();
  const steps = tab.app.getByRole('list', { name: 'Steps of this run' }).getByRole('listitem');
  expect(await steps.count()).toBe(2);
  expect(await steps.nth(1).getAttribute('aria-current')).toBe('step');
  await isSound();
  const [search] = await Promise.all([
    tab.page.context().waitForEvent('page'),
    tab.app.getByRole('link', { name: /^Open the work items/ }).click(),
  ]);
  await search.getByText(WORKLOAD).first().waitFor();
  await search.close();
  await tab.page.bringToFront();
  site.letGo();
  await seen('Everything was done');
}, 120_000);

test('which a person ends says so, and not that it failed', async () => {
  site.holdReads();
  await site.start();
  await tab.goto('/');
  await tab.goto(site.runPage);
  await tab.app.getByRole('button', { name: 'End the sync' }).first().click();
  await seen('End this sync?');
  await tab.app.getByRole('button', { name: 'End the sync' }).last().click();
  await tab.app.getByRole('heading', { name: `The sync was ended: ${WORKLOAD}` }).waitFor(PATIENCE);
  await seen('A person ended it; what it had done stays. The next sync goes on from there.');
  expect(await tab.app.getByText('The sync failed').count()).toBe(0);
  await isSound();
  site.letGo();
}, 120_000);
