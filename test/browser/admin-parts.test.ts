/** Site settings and audit log on the admin page; the page narrow and dark, and for who may not see it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import type { SiteSettings } from '../../src/contract';
import { storageOf } from '../scenarios/linked-many';
import { scenarioOn } from '../scenarios/open-site';
import { onPage, overhang, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';

const PAGE = '/settings/well-architected';
const UNSAVED = 'You have changes that are not saved.';

let pages: Pages;
let tab: Tab;
let on: OnPage;
beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  tab = await pages.open(`${PAGE}/settings`);
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

async function saved(): Promise<SiteSettings> {
  return (await scenarioOn(pages.site).call('siteSettings.get', {}, JIRA_ADMIN)).settings;
}

test('the live check, to which nothing leads but its address', async () => {
  expect(await on.text('Live check').count()).toBe(0);
  await tab.goto(`${PAGE}/live-check`);
  await on.button('Run the check').click();
  await on.text('One of two claims of one key succeeded.').waitFor();
  await on.expectClean();
  await tab.goto(`${PAGE}/settings`);
});

describe('site settings', () => {
  test('an unsaved change survives a reload, and is saved', async () => {
    await on.label('All that are answered').check();
    await tab.page.reload();
    await on.text(UNSAVED).waitFor();
    expect(await on.label('All that are answered').isChecked()).toBe(true);
    await on.button('Save settings').click();
    await on.text(UNSAVED).waitFor({ state: 'detached' });
    expect(await saved()).toMatchObject({ scope: 'answered' });
  });

  test('what cannot be saved is said where it stands', async () => {
    const before = await saved();
    await on.label('Only these').check();
    await on.label('What is named below').check();
    await on.button('Save settings').click();
    await on.text('Choose at least one lens or pillar, or take all.').waitFor();
    await on.text('Choose a status or resolution for each rule, or remove the rule.').waitFor();
    await on.expectClean();
    expect(await saved()).toEqual(before);
  });

  test('where statuses alone mean implemented, refused work would count: that is warned of', async () => {
    await on.label('Security').check();
    await on.pick('Rule 1: done with', 'Status Done', /^Status Done/);
    await on.heading('Also refused work would count').waitFor();
    await on.expectClean();
    await on.button('Add a rule').click();
    await on.pick('Rule 2: done with', "Won't Do", /Resolution/);
    await on.pick('Rule 2: means', 'out of scope', /out of scope/);
    expect(await on.heading('Also refused work would count').count()).toBe(0);
    await on.button('Save settings').click();
    await on.text(UNSAVED).waitFor({ state: 'detached' });
    expect(await saved()).toMatchObject({
      selection: { selectedPillars: [{ PillarId: 'security' }] },
      resolveSelects: {
        implemented: [{ statusId: expect.any(String) }],
        notApplicable: [{ resolutionId: expect.any(String), reason: 'OUT_OF_SCOPE' }],
      },
    });
  });
});

describe('what was done, and by whom', () => {
  test('the audit log tells it, newest first', async () => {
    await on.openPart('Audit log');
    const rows = tab.app.getByRole('table').getByRole('row');
    await rows.nth(1).waitFor();
    expect(await rows.nth(1).innerText()).toContain('Site settings changed');
    expect(await rows.last().innerText()).toContain('Access key saved');
    await tab.app.getByRole('button', { name: 'Check the log' }).click();
    await tab.app.getByText(/^Chain complete: all \d+ entries are as they were written/).waitFor();
    await on.expectClean();
  });
});

/** As the app keeps it; until then Jira's points are near their end. */
async function spendUntil(nearUntil?: number): Promise<void> {
  const now = pages.site.clock.now();
  const hour = { at: now - (now % 3_600_000), points: 2400, read: 480, written: 96 };
  await storageOf(pages).set('usage', { hours: [hour], ...(nearUntil === undefined ? {} : { nearUntil }) });
}

describe('what the app spends', () => {
  test('is told by the hour, with the average and the busiest one', async () => {
    await spendUntil();
    await on.openPart('Cost');
    await on
      .text(/On average 10\d points and \d+ units an hour\. In the busiest hour 2,4\d\d points\./)
      .waitFor();
    const rows = tab.app.getByRole('table').getByRole('row');
    expect(await rows.count()).toBeGreaterThanOrEqual(2);
    await on.expectClean();
  });

  test('and that automatic mode waits, where points of Jira run out', async () => {
    await spendUntil(pages.site.clock.now() + 1_000_000);
    await tab.page.reload();
    await on.heading('Jira points run out').waitFor();
    await on.expectClean();
  });
});

describe('narrow, dark, and without the right', () => {
  test('320 pixels wide in the dark, no part is wider than its frame', async () => {
    const narrow = await pages.open(PAGE, { theme: 'dark', width: 320, height: 700 });
    for (const part of ['', '/keys', '/settings', '/usage', '/audit', '/connections/new']) {
      await narrow.goto(PAGE + part);
      await narrow.app.getByRole('heading', { level: 2 }).waitFor();
      expect(await overhang(narrow)).toBe(0);
      await onPage(narrow).expectClean();
    }
    await narrow.close();
  });

  test('a viewer sees why not, and nothing else', async () => {
    const viewer = await pages.open(PAGE, { as: VIEWER });
    await viewer.app.getByText('Only a Jira administrator can do this.').waitFor();
    expect(await viewer.app.getByRole('button').count()).toBe(0);
    await onPage(viewer).expectClean();
  });
});
