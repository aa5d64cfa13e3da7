/** Notes that are nearly full, and full: the block shrinks step by step, people's text never does. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { apart, notesOf, showAndRun, writesOf } from './write-back-runs';

/** AWS's service model, shape Notes. */
const LIMIT = 2084;
const SEPARATOR = '\n\n';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
}, 120_000);
afterAll(() => site.close());

function formOf(block: string): string {
  if (block.includes(' - Rotate keys')) return 'lines with titles';
  if (/^\[ \] WA-\d+: To Do$/m.test(block)) return 'lines';
  return block.includes('/browse/') ? 'counts' : 'one line';
}

test('the block tells as much as people leave room for, and nothing is lost of their text', async () => {
  let text = 'x';
  const forms: string[] = [];
  for (;;) {
    await site.answerInAws('keys', { Notes: text });
    const { shown, outcome } = await showAndRun(site);
    const notes = await notesOf(site, 'keys');
    expect(notes.startsWith(text)).toBe(true);
    if (notes === text) {
      const { key } = await site.issue('How do you keep keys?');
      const characters = /the shortest Jira status needs 1 character more/;
      expect(outcome.conflicts).toMatchObject([
        { key, code: 'notes-full', reason: expect.stringMatching(characters) },
      ]);
      expect([shown, writesOf(site)]).toEqual([[], []]);
      break;
    }
    expect(notes.length).toBeLessThanOrEqual(LIMIT);
    const { before, block, after } = apart(notes);
    expect([before, after, outcome.conflicts]).toEqual([text + SEPARATOR, '', []]);
    forms.push(formOf(block));
    // One more character than leaves room for this form.
    text = 'x'.repeat(LIMIT - SEPARATOR.length - block.length + 1);
  }
  expect(forms).toEqual(['lines with titles', 'lines', 'counts', 'one line']);
}, 60_000);

test('full notes keep no other question from being told, and are told about until there is room', async () => {
  await site.answerInAws('keys', { Notes: 'x'.repeat(LIMIT) });
  await site.moveCard('Watch doors', 'In Progress');
  await site.moveCard('Rotate keys', 'In Progress');
  const { outcome } = await showAndRun(site);
  expect(outcome.conflicts).toMatchObject([{ code: 'notes-full' }]);
  expect(await notesOf(site, 'doors')).toContain('In Progress - Watch doors');
  expect((await showAndRun(site)).outcome.conflicts).toMatchObject([{ code: 'notes-full' }]);

  await site.answerInAws('keys', { Notes: 'shorter' });
  expect((await showAndRun(site)).outcome.conflicts).toEqual([]);
  expect(await notesOf(site, 'keys')).toContain('In Progress - Rotate keys');
});
