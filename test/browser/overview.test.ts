/** The overview of the project page in a real browser: before anything is linked, and the risks of what is. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { openPages, type Pages, type Tab, type Viewing } from './pages';
import { openProjectWorld, SAMPLE, SMALL, SMALL_LENS } from './project-world';

let pages: Pages;
let tab: Tab;

beforeAll(async () => {
  pages = await openPages({ lensFiles: [SMALL_LENS], answered: 'none' });
}, 180_000);
afterAll(() => pages.close());

const open = (viewing: Viewing = { as: PROJECT_ADMIN }) =>
  pages.open('/projects/WA/well-architected', viewing);
const button = (name: string | RegExp) => tab.app.getByRole('button', { name });
const seen = (text: string | RegExp) => tab.app.getByText(text).first().waitFor();
const heading = (name: string | RegExp) => tab.app.getByRole('heading', { name }).waitFor();
/** Neither axe nor the browser complains. */
async function isSound(): Promise<void> {
  expect(await tab.violations()).toEqual([]);
  expect(tab.complaints()).toEqual([]);
}

describe('before a workload is linked', () => {
  test.each([
    ['a space admin is told to link one', PROJECT_ADMIN, 'Go to Space settings › Well-Architected'],
    ['a viewer is told whom to ask', VIEWER, 'A space admin links workloads'],
  ])('%s', async (_, as, words) => {
    tab = await open({ as });
    await seen(words);
    await isSound();
    await button('Triage').click();
    await heading('There are no work items yet');
    await isSound();
  });

  test('an outsider gets Jira’s own refusal, and the app is not even loaded', async () => {
    tab = await open({ as: OUTSIDER });
    expect(await tab.page.locator('iframe.forge-page').count()).toBe(0);
  });
});

describe('linked workloads', () => {
  const SCREENS: readonly Viewing[] = [{ theme: 'light' }, { theme: 'dark', width: 320 }];

  beforeAll(async () => {
    const world = await openProjectWorld(pages);
    await world.link(world.arnOf(SAMPLE));
    await world.link(world.arnOf(SMALL));
  });

  test('have no risks before anybody asked AWS; who asks shows them to all', async () => {
    pages.site.clearRequests();
    tab = await open();
    await seen('They are not known yet');
    expect(await tab.app.getByRole('img', { name: /^Risks of/ }).count()).toBe(0);
    expect(pages.site.requests().filter(({ via, service }) => via === 'app' && service !== 'jira')).toEqual(
      [],
    );
    await isSound();
    await button('Ask AWS now for the risks of Small Lens').click();
    await seen('2 high risks and 1 medium risk.');
    await seen(/^Read from AWS .*(now|second|minute)/);
    await isSound();
    await tab.close();
  });

  test.each(SCREENS)('show their risks by pillar in words, as a chart and as a table: %j', async (on) => {
    tab = await open({ as: PROJECT_ADMIN, ...on });
    await seen('2 high risks and 1 medium risk.');
    await tab.app.getByRole('img', { name: 'Risks of Small Lens by pillar' }).waitFor();
    const table = tab.app.getByRole('table', { name: 'Small Lens: questions by pillar and risk' });
    await tab.app.getByRole('region', { name: 'Small Lens' }).getByText('Show as a table').click();
    const row = table.getByRole('row', { name: /^Day-2 Operations/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['0', '1', '0', '0', '0']);
    await isSound();
    await tab.close();
  });

  test('come 25 at a time: the others once somebody is near the end of the list', async () => {
    const { admin } = pages.site.aws;
    const small = admin.lenses().find(({ name }) => name === SMALL)?.alias ?? '';
    const world = await openProjectWorld(pages);
    for (const { arn } of admin.addWorkloads({ count: 28, lenses: [small] })) {
      await world.link(arn);
      // As fast as that, linking would read more of storage than there is in a minute.
      pages.site.host.advanceClock(3000);
    }
    tab = await open();
    const cards = tab.app.getByRole('heading', { level: 3 });
    await cards.nth(24).waitFor();
    expect(await cards.count()).toBe(25);
    expect(tab.calls().filter((call) => call.startsWith('workload.overview'))).toHaveLength(1);
    await cards.nth(24).scrollIntoViewIfNeeded();
    await cards.nth(29).waitFor();
    expect(await cards.count()).toBe(30);
    await isSound();
  });
});
