/** Notes that several installations of the app write into, and blocks of an older version. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ofUnknownVersion, statusBlock } from '../builders/status-blocks';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { apart, notesOf, showAndRun, writesOf } from './write-back-runs';

const OTHERS = statusBlock({
  version: 2,
  installation: '9f8e7d6c',
  lines: ['[ ] Task OPS-4: To Do', 'https://other.example/browse/OPS-4', '0 of 1 Sub-tasks done'],
});

let site: ReviewedSite;
/** As this site's app writes it. */
let block: string;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
}, 120_000);
afterAll(() => site.close());

beforeEach(async () => {
  await site.moveCard('Rotate keys', 'To Do');
  await site.answerInAws('keys', { Notes: '' });
  await site.run();
  ({ block } = apart(await notesOf(site, 'keys')));
});

test('a block of another installation stays byte for byte, and ours comes beside it', async () => {
  await site.answerInAws('keys', { Notes: `Mine.\r\n\r\n${OTHERS}\r\nMine too.` });
  const { shown, outcome } = await showAndRun(site);
  expect(shown).toMatchObject([{ kind: 'notes', what: 'add' }]);
  expect(outcome.conflicts).toEqual([]);
  expect(await notesOf(site, 'keys')).toBe(`Mine.\r\n\r\n${OTHERS}\r\nMine too.\n\n${block}`);
});

test('of two blocks a moved card changes ours alone', async () => {
  await site.answerInAws('keys', { Notes: `${block}\n\n${OTHERS}` });
  await site.moveCard('Rotate keys', 'In Progress');
  await showAndRun(site);
  const notes = await notesOf(site, 'keys');
  expect(notes.endsWith(`\n\n${OTHERS}`)).toBe(true);
  expect(notes).toContain('In Progress - Rotate keys');
  expect(notes.match(/=== Jira status/g)).toHaveLength(2);
});

test('a block of version 1 is replaced where it stands, and the text around it stays', async () => {
  const lines = block.split('\n').slice(1, -1);
  await site.answerInAws('keys', { Notes: `Mine.\n\n${statusBlock({ version: 1, lines })}\nMine too.` });
  const { shown, outcome } = await showAndRun(site);
  expect(shown).toMatchObject([{ kind: 'notes', what: 'change' }]);
  expect(outcome).toMatchObject({ conflicts: [], notices: [], notesWritten: 1 });
  expect(await notesOf(site, 'keys')).toBe(`Mine.\n\n${block}\nMine too.`);
});

test('a block of a version to come is left byte for byte, and told', async () => {
  const newer = `Mine.\n\n${ofUnknownVersion(block)}`;
  await site.answerInAws('keys', { Notes: newer });
  const { shown, outcome } = await showAndRun(site);
  expect([shown, writesOf(site)]).toEqual([[], []]);
  expect(outcome.conflicts).toMatchObject([{ code: 'notes-newer' }]);
  expect(await notesOf(site, 'keys')).toBe(newer);
});
