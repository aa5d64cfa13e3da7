/** Milestones in a real browser: none yet, one saved, a name that is taken, two compared, and a viewer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { onPage, overhang, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';
import { openProjectWorld, type ProjectWorld, SMALL, SMALL_LENS } from './project-world';

const PAGE = '/projects/WA/well-architected/milestones';

let pages: Pages;
let tab: Tab;
let on: OnPage;
let world: ProjectWorld;

beforeAll(async () => {
  pages = await openPages({ lensFiles: [SMALL_LENS], answered: 'none' });
  world = await openProjectWorld(pages);
  await world.link(world.arnOf(SMALL));
  tab = await pages.open(PAGE, { as: PROJECT_ADMIN });
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

async function save(name: string): Promise<void> {
  await on.label('Name of the milestone').fill(name);
  await on.button('Save a milestone').click();
}

test('where none is saved the page says what one is for', async () => {
  await on.text('No milestone is saved yet. Save one now').waitFor();
  await on.expectClean();
});

test('one is saved by its name, and is in the list with its risks', async () => {
  await save('2026-06-01 Before');
  await tab.page.getByText('Milestone “2026-06-01 Before” saved').first().waitFor();
  await on.label('2026-06-01 Before').waitFor();
  await on
    .text(/2 high/)
    .first()
    .waitFor();
  await on.expectClean();
});

test('a name that AWS would refuse is refused where it stands, and nothing is sent', async () => {
  pages.site.clearRequests();
  await save('2026-06-01  BEFORE');
  await on.text('A milestone of this workload has this name').waitFor();
  await save('x');
  await on.text('Enter 3 to 100 characters.').waitFor();
  expect(pages.site.requests().map(({ operation }) => operation)).not.toContain('CreateMilestone');
  await on.expectClean();
});

test('it is compared with now: what was gained, by question, and the risks by pillar', async () => {
  world.answer('keys', ['keys_rotated', 'keys_scoped']);
  expect(await on.button('Compare').isDisabled()).toBe(true);
  await on.label('2026-06-01 Before').check();
  await on.label('Now').check();
  await on.button('Compare').click();
  await on.heading('2 practices gained, none lost').waitFor();
  await on.text('Rotate keys').waitFor();
  await on.text('2 before, 1 after').first().waitFor();
  await on.expectClean();
});

test('a reload shows the same two states, and back leads to all of them', async () => {
  await tab.page.reload();
  await on.heading('2 practices gained, none lost').waitFor();
  await on.button('All milestones').click();
  await on.heading('Milestones of Small Lens').waitFor();
});

test('in the dark and on a phone nothing is wider than the frame', async () => {
  const phone = await pages.open(`${PAGE}/${world.idOf(SMALL)}/1-now`, {
    as: PROJECT_ADMIN,
    width: 400,
    theme: 'dark',
  });
  await phone.app.getByRole('heading', { name: '2 practices gained, none lost' }).waitFor();
  expect(await overhang(phone)).toBe(0);
  expect(await phone.violations()).toEqual([]);
});

test('a viewer sees them, and saves none', async () => {
  const viewer = onPage(await pages.open(PAGE, { as: VIEWER }));
  await viewer.label('2026-06-01 Before').waitFor();
  expect(await viewer.button('Save a milestone').count()).toBe(0);
  await viewer.expectClean();
});
