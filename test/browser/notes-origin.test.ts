/** Whose block the panel says it is: the app's, one that only looks like it, and one that nothing is known of. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { statusBlock } from '../builders/status-blocks';
import { storedIn } from '../scenarios/stored';
import { scenarioOn } from '../scenarios/open-site';
import { awsClient } from '../torture/clients';
import { onPage, overhang } from './on-page';
import { openPages, type Pages, type Tab } from './pages';
import { openProjectWorld, SMALL, SMALL_LENS } from './project-world';

const QUESTION = 'How do you keep keys?';
const CONFIRMED = 'Written by Jira';
const NOT_CONFIRMED = 'Not confirmed yet';
const DIFFERS = 'Not as the app remembers it';
const EDITED = 'Edited since Jira wrote it';

let pages: Pages;
let panel: string;
let inAws: ReturnType<typeof awsClient>;

beforeAll(async () => {
  pages = await openPages({ lensFiles: [SMALL_LENS], answered: 'none', fastForward: true });
  const world = await openProjectWorld(pages);
  await world.link(world.arnOf(SMALL));
  await world.syncSmall();
  const issues = await scenarioOn(pages.site).issues();
  panel = `/browse/${issues.find(({ fields }) => fields.summary === QUESTION)?.key ?? ''}`;
  const lens = pages.site.aws.admin.lenses().find(({ name }) => name === SMALL)?.alias ?? '';
  inAws = awsClient(pages.site, world.idOf(SMALL), lens);
}, 180_000);
afterAll(() => pages.close());

const notesNow = async () => (await inAws.answerOf('keys')).Notes ?? '';
const write = (Notes: string) => inAws.updateAnswer('keys', { Notes });

/** Opens the panel anew and waits until it says whose the block is. */
async function shows(words: string, as = VIEWER): Promise<Tab> {
  const tab = await pages.open(panel, { as });
  await tab.app.getByText(words, { exact: true }).waitFor();
  for (const others of [CONFIRMED, NOT_CONFIRMED, DIFFERS, EDITED].filter((each) => each !== words))
    expect(await tab.app.getByText(others, { exact: true }).count()).toBe(0);
  return tab;
}

test('the app’s own block is called that', async () => {
  await (await shows(CONFIRMED)).close();
});

test('one with a valid checksum that the app did not write is not, until a sync writes the block anew', async () => {
  const before = await notesNow();
  const installation = /v2 ([0-9a-f]{8})/.exec(before)?.[1] ?? '';
  await write(statusBlock({ version: 2, installation, lines: [`[x] Task ${panel.slice(8)}: Done`] }));
  const tab = await shows(DIFFERS, PROJECT_ADMIN);
  await tab.app.getByText('The next sync of this question writes the block anew.').waitFor();
  await onPage(tab).expectClean();
  await tab.app.getByRole('button', { name: 'Sync now' }).click();
  await tab.app.getByRole('button', { name: 'Apply' }).click();
  await tab.app.getByText(CONFIRMED, { exact: true }).waitFor();
  expect(await notesNow()).toBe(before);
  await tab.close();
});

test('of one whose markers tell that it was edited the panel says so', async () => {
  const before = await notesNow();
  await write(before.replace('To Do', 'Done'));
  await (await shows(EDITED)).close();
  await write(before);
});

test('of which the app remembers nothing it is not confirmed, also on a phone in the dark', async () => {
  const stored = storedIn(pages.site);
  stored.put(stored.keyOf('notes:'), undefined);
  const tab = await pages.open(panel, { as: VIEWER, width: 400, theme: 'dark' });
  await tab.app.getByText(NOT_CONFIRMED, { exact: true }).waitFor();
  expect(await overhang(tab)).toBe(0);
  await onPage(tab).expectClean();
  await tab.close();
});
