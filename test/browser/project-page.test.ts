/** The project page in a real browser: preview, sync, result, triage; left and come back to; and what breaks. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { openPages, type Pages, type Tab, type Viewing } from './pages';
import { openProjectWorld, type ProjectWorld, SAMPLE, SMALL, SMALL_LENS } from './project-world';

const PAGE = '/projects/WA/well-architected';

let pages: Pages;
let world: ProjectWorld;
let tab: Tab;

beforeAll(async () => {
  pages = await openPages({ lensFiles: [SMALL_LENS], answered: 'none' });
  world = await openProjectWorld(pages);
  await world.link(world.arnOf(SAMPLE));
  await world.link(world.arnOf(SMALL));
}, 180_000);
afterAll(() => pages.close());

const open = (at = '', viewing: Viewing = { as: PROJECT_ADMIN }) => pages.open(`${PAGE}${at}`, viewing);
const button = (name: string | RegExp) => tab.app.getByRole('button', { name });
const seen = (text: string | RegExp) => tab.app.getByText(text).first().waitFor();
const heading = (name: string | RegExp) => tab.app.getByRole('heading', { name }).waitFor();
/** Neither axe nor the browser complains. */
async function isSound(): Promise<void> {
  expect(await tab.violations()).toEqual([]);
  expect(tab.complaints()).toEqual([]);
}

describe('from the choice to the result', () => {
  test('leaving a pillar out leaves it out of the preview', async () => {
    tab = await open();
    await button('Sync now: Small Lens').click();
    await button('Pillars of Small Lens').click();
    await tab.app.getByText('Day-2 Operations').click();
    await button('Questions of Security').click();
    await seen('How do you keep keys?');
    await isSound();
    await tab.page.reload();
    expect(await tab.app.getByRole('checkbox', { name: 'Day-2 Operations' }).isChecked()).toBe(false);
    await button('Preview').click();
    await heading('Preview: Small Lens');
    await seen('Rotate keys');
    expect(await tab.app.getByText('Write runbooks').count()).toBe(0);
    await isSound();
  });

  test('the plan is searched and filtered, and folds', async () => {
    await tab.app.getByLabel('Find in the plan').fill('rotate');
    await seen(/^1 of 10 changes shown$/);
    await tab.app.getByLabel('Find in the plan').fill('teapot');
    await button('Clear the filters').click();
    await button('2 Notes in AWS').click();
    await seen(/^8 of 10 changes shown$/);
    await button('Collapse all').click();
    await tab.app.getByText('Rotate keys').waitFor({ state: 'detached' });
    await button('2 Notes in AWS').click();
  });

  test('a viewer sees the same plan, and nothing to start', async () => {
    const viewer = await pages.open(new URL(tab.page.url()).pathname, { as: VIEWER });
    await viewer.app.getByText('Only people who administer this space can sync.').waitFor();
    expect(await viewer.app.getByRole('button', { name: /^(Sync|Preview)/ }).count()).toBe(0);
    await viewer.close();
  });

  test('the sync does what was shown, and its result survives a reload', async () => {
    await button('Sync 10 changes').click();
    await heading('Synced: Small Lens');
    await seen('Created 1 Epic, 2 Tasks, and 5 Sub-tasks');
    await tab.page.reload();
    await seen('Created 1 Epic, 2 Tasks, and 5 Sub-tasks');
    await isSound();
  });

  test('the plan that was shown is applied and no other: what changed since is shown first', async () => {
    await tab.goto(`${PAGE}/sync/${world.idOf(SMALL)}`);
    await button('Choose everything').click();
    await button('Preview').click();
    await seen('Write runbooks');
    world.answer('runbooks', ['runbooks_written']);
    await button(/^Sync \d+ changes$/).click();
    await heading('The plan has changed: Small Lens');
    expect(await tab.app.getByText('Write runbooks').count()).toBe(0);
    await isSound();
    await button(/^Sync \d+ changes$/).click();
    await heading('Synced: Small Lens');
  });
});

describe('closing the page during a run', () => {
  test('leaves the run alone; whoever comes back finds it under way, and then its result', async () => {
    tab = await open(`/sync/${world.idOf(SAMPLE)}`);
    await button('Preview').click();
    await button(/^Sync \d+ changes$/).waitFor();
    pages.site.aws.admin.failNext({
      operation: 'ListAnswers',
      times: 6,
      code: 'InternalServerException',
      status: 500,
    });
    await button(/^Sync \d+ changes$/).click();
    await seen('It waits');
    await isSound();
    await tab.close();

    tab = await open();
    await seen('A sync is under way right now.');
    await isSound();
    await button('Open the sync').click();
    await tab.app.getByRole('progressbar', { name: 'Syncing Sample workload' }).waitFor();
    const synced = tab.app.getByRole('heading', { name: 'Synced: Sample workload' });
    while ((await synced.count()) === 0) {
      pages.site.host.advanceClock(60_000);
      await tab.page.waitForTimeout(500);
    }
    await seen(/Created 1 Epic, 32 Tasks, and 109 Sub-tasks/);
  }, 90_000);
});

describe('triage', () => {
  const rows = () => tab.app.getByRole('table').getByRole('row');

  test('shows the most urgent first, a hundred at a time', async () => {
    await button('Triage').click();
    await seen(/^11\d open best practices$/);
    await rows().nth(100).waitFor();
    expect(await rows().nth(1).getByRole('cell').first().innerText()).toBe('High risk');
    expect(await rows().count()).toBe(101);
    const more = button('Show more');
    await more.scrollIntoViewIfNeeded();
    await rows().nth(110).waitFor();
    expect(await more.count()).toBe(0);
    await isSound();
  });

  test('sorts by a column, and back', async () => {
    const header = tab.app.getByRole('columnheader', { name: 'Risk' });
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    await button('Risk').click();
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    await rows().nth(100).waitFor();
    expect(await rows().nth(1).getByRole('cell').first().innerText()).toBe('Medium risk');
    await button('Status').click();
    await seen(/^100 found in Jira so far, of 11\d open best practices$/);
    await isSound();
    await button('Risk').click();
    await seen(/^11\d open best practices$/);
  });

  test('filters with the keyboard alone, and a reload keeps what is filtered', async () => {
    await tab.app.getByLabel('Workload').focus();
    for (const key of ['ArrowDown', 'S', 'm', 'a', 'l', 'l', 'Enter', 'Escape']) {
      await tab.page.keyboard.press(key);
    }
    await seen(/^6 of 11\d open best practices$/);
    await tab.app.getByLabel('Find').fill('doors');
    await seen(/^2 of 11\d open best practices$/);
    await tab.page.reload();
    await seen(/^2 of 11\d open best practices$/);
    await isSound();
  });

  test('is exported once its price was shown', async () => {
    await button('Export').click();
    await seen('Export 2 best practices?');
    await seen(/That takes 5 of the 65,000 points/);
    await isSound();
    const saved = tab.page.waitForEvent('download');
    await button('Export').click();
    const file = await (await saved).path();
    const lines = readFileSync(file, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    for (const line of lines.slice(1)) expect(line).toMatch(/^Small Lens,.*,WA-\d+,.*doors.*,To Do,,$/);
    await button('Export').waitFor();
  });

  test('leads to Jira’s search with what is left', async () => {
    const opened = tab.page.context().waitForEvent('page');
    await button('Open in Jira search').click();
    const { searchParams } = new URL((await opened).url());
    expect(searchParams.get('jql')).toMatch(/^key in \(WA-\d+, WA-\d+\)$/);
    await (await opened).close();
  });
});

describe('what a person has to decide', () => {
  test('a conflict is settled with a button: the plan with the decision is shown before it is applied', async () => {
    await world.moveCard('Watch doors', 'Done');
    await world.syncSmall();
    world.answer('doors', ['doors_watched']);
    await world.moveCard('Watch doors', 'In Progress');
    await tab.goto(`${PAGE}/sync/${world.idOf(SMALL)}`);
    await button('Preview').click();
    await seen('For a person to settle');
    await isSound();
    await button('Keep AWS').click();
    await button('Preview with 1 decision').click();
    await seen('This plan contains 1 decision of yours on conflicts.');
    await seen('Work items are done, because the review says so');
    await button(/^Sync \d+ changes?$/).click();
    await heading('Synced: Small Lens');
    await seen('Closed 1 work item');
    expect(await tab.app.getByText('For a person to settle').count()).toBe(0);
  });
});

describe('what breaks', () => {
  test('a connection that is gone is told on the card, and the rest stays readable', async () => {
    const { connections } = await world.call('connection.list', {}, JIRA_ADMIN);
    await world.call('connection.delete', { connectionId: connections[0]?.id }, JIRA_ADMIN);
    await tab.goto(PAGE);
    await seen('Not syncing');
    await seen('A space admin can link the workload through another connection');
    expect(await button(/^Sync now/).count()).toBe(0);
    await button('Result of the last sync of Small Lens').click();
    await seen('Closed 1 work item');
    await isSound();
  });

  test('a run that does not exist is told, with a way back', async () => {
    await tab.goto(`${PAGE}/sync/${world.idOf(SMALL)}/00000000-0000-4000-8000-000000000000`);
    await seen('This run cannot be shown');
    await isSound();
    await button('Back to the overview').click();
    await heading('Workloads');
  });
});
