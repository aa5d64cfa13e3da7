/** The way from a link to a moved card without a mouse: every control is reached with Tab, in an order that ends. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { openPages, type Pages, type Tab } from './pages';

const PROJECT = '/projects/WA';

let pages: Pages;
let tab: Tab;
beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  tab = await pages.open(`${PROJECT}/settings/well-architected`, { as: PROJECT_ADMIN });
}, 180_000);
afterAll(() => pages.close());

describe('with the keyboard alone', () => {
  test('the first Tab leads past the navigation', async () => {
    await tab.page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the page');
  });

  test('a workload is linked', async () => {
    await tab.app.getByRole('button', { name: 'Link Sample workload' }).waitFor();
    await tabTo('Link Sample workload');
    await tab.page.keyboard.press('Enter');
    await tab.app.getByRole('button', { name: 'Unlink Sample workload' }).waitFor();
  });

  test('previewed and synced', async () => {
    await tab.goto(`${PROJECT}/well-architected`);
    await tab.app.getByRole('button', { name: 'Sync now' }).waitFor();
    await tabTo('Sync now');
    await tab.page.keyboard.press('Enter');
    await tab.app.getByRole('checkbox', { name: 'AWS Well-Architected Framework' }).waitFor();
    await tabTo('Preview');
    await tab.page.keyboard.press('Enter');
    await tab.app.getByRole('button', { name: /^Sync \d+ changes$/ }).waitFor();
    await tabTo(/^Sync \d+ changes$/);
    await tab.page.keyboard.press('Enter');
    await tab.app.getByText('Everything was done').waitFor();
  }, 60_000);

  test('and a card is moved', async () => {
    await tab.goto(`${PROJECT}/board?text=owners&level=subtask`);
    await tabTo(/^Move WA-\d+ to$/);
    await tab.page.keyboard.type('Done');
    await tabTo(/^Move WA-\d+$/);
    await tab.page.keyboard.press('Enter');
    await tab.page
      .getByText(/^WA-\d+ (was )?moved|is now Done|Done/)
      .first()
      .waitFor();
    const done = tab.page.getByRole('region', { name: /^Done/ });
    await done.getByRole('combobox').first().waitFor();
  });
});

/** Presses Tab until the control of that name has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await tab.page.keyboard.press('Tab');
    const now = await focused();
    if (typeof name === 'string' ? now === name || now.startsWith(`${name}: `) : name.test(now)) return;
    seen.push(now);
  }
  throw new Error(`Tab does not reach ${String(name)}, but: ${seen.join(' | ')}`);
}

/** Name of the focused element, in the app's frame or around it. */
function focused(): Promise<string> {
  return tab.page.evaluate(`(() => {
    let element = document.activeElement;
    while (element?.tagName === 'IFRAME') element = element.contentDocument.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  })()`);
}
