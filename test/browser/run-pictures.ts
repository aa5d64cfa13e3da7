/** A first sync that meets an hour in which Jira takes no requests of the app: before it, in it, and afterwards. */
import type { Page } from 'playwright-core';
import { PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { FAULTS } from '../../sandbox/site/faults/model';
import { openHeldSite, type HeldSite } from './held-site';

export const THEMES = ['light', 'dark'] as const;

const HOUR_MS = 3_600_000;

type Take = (page: Page, name: string) => Promise<void>;

/** @param height of the pictures */
export async function takeRun(height: number, take: Take): Promise<void> {
  for (const theme of THEMES) {
    const site = await openHeldSite();
    try {
      await takeIn(site, { theme, height }, take);
    } finally {
      await site.close();
    }
  }
}

async function takeIn(
  site: HeldSite,
  { theme, height }: { readonly theme: (typeof THEMES)[number]; readonly height: number },
  take: Take,
): Promise<void> {
  const { faults, host } = site.pages.site;
  const tab = await site.pages.open('/', { as: PROJECT_ADMIN, theme, width: 1280, height });
  const seen = (text: string | RegExp) =>
    tab.app.getByText(text).locator('visible=true').first().waitFor({ timeout: 60_000 });
  site.holdWrites();
  await site.start();
  await tab.goto(site.runPage);
  await seen(/^About \d+ seconds left/);
  await take(tab.page, `run-writes-notes-${theme}`);
  faults.set(FAULTS.parse({ jira: { 'quota-tenant': 1 } }));
  await seen(/It can be asked again at/);
  await take(tab.page, `run-jira-429-${theme}`);
  site.letGo();
  faults.set(FAULTS.parse({}));
  host.advanceClock(HOUR_MS);
  await seen('Everything was done');
  await take(tab.page, `run-after-429-${theme}`);
}
