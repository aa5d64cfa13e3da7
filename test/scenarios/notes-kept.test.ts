/** The status of a question's issues goes into its notes; what people wrote there stays byte for byte. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asPerson } from './open-site';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { apart, notesOf, showAndRun, writesOf } from './write-back-runs';

const TEXTS: readonly (readonly [string, string])[] = [
  ['one line', 'Ask the review owner.'],
  ['letters beyond the basic plane, combined and right to left', '𝒜🦊👩‍👩‍👧 e\u0301 שלום \u200f\u00a0é'],
  ['line ends of Windows', 'first\r\nsecond\r\n\r\n'],
  ['line ends of all kinds', 'first\nsecond\r\nthird\n\n\n'],
  ['blanks at its end', 'text   \t \n  '],
  ['1,700 characters', 'Nothing here may change. '.repeat(68)],
  ['what looks like a marker and is none', '== Jira status == and -- === --'],
];

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
}, 120_000);
afterAll(() => site.close());

describe('what the block tells', () => {
  test('Task, link, counts, a line for each Sub-task, and the day of the last change', async () => {
    await site.moveCard('Scope keys', 'In Progress');
    await site.moveCard('Rotate keys', 'Done');
    const { shown, outcome } = await showAndRun(site);
    const task = await site.issue('How do you keep keys?');
    expect(shown).toEqual([{ kind: 'notes', key: task.key, title: 'How do you keep keys?', what: 'change' }]);
    expect(outcome).toMatchObject({ notesWritten: 1, failed: [], conflicts: [] });
    const [rotate, scope, audit] = await Promise.all(
      ['Rotate keys', 'Scope keys', 'Audit the use of keys'].map((title) => site.issue(title)),
    );
    const day = new Date(site.site.clock.now()).toISOString().slice(0, 10);
    const { block } = apart(await notesOf(site, 'keys'));
    expect(block.split('\n').slice(1, -1)).toEqual([
      `[ ] Task ${task.key}: To Do`,
      expect.stringMatching(new RegExp(`^https?://[^ ]+/browse/${task.key}$`)),
      `1 of 3 Sub-tasks done, last status change ${day}`,
      `[x] ${rotate?.key}: Done - Rotate keys`,
      `[ ] ${scope?.key}: In Progress - Scope keys`,
      `[ ] ${audit?.key}: To Do - Audit the use of keys`,
    ]);
  });

  test('nothing of what people write in Jira', async () => {
    const canary = 'CANARY';
    const { key } = await site.issue('Write runbooks');
    site.site.jira.admin.setSummary(key, `Renamed ${canary}`);
    const text = { type: 'text', text: canary };
    const description = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] };
    await asPerson(site.site, 'PUT', `issue/${key}`, {
      fields: { description },
      update: { labels: [{ add: canary }] },
    });
    await site.moveCard(`Renamed ${canary}`, 'In Progress');
    await showAndRun(site);
    const notes = await notesOf(site, 'runbooks');
    expect(notes).toContain(`[ ] ${key}: In Progress - Write runbooks`);
    expect(notes).not.toContain(canary);
    await asPerson(site.site, 'PUT', `issue/${key}`, {
      update: { labels: [{ remove: 'well-architected' }] },
    });
    const { outcome, shown } = await showAndRun(site);
    expect([outcome.updated, shown.map(({ kind }) => kind)]).toEqual([1, ['update']]);
    expect(notes).not.toMatch(/admin|@|557058/);
  });
});

describe('what people wrote stays', () => {
  test.each(TEXTS)('%s, before the block and around it', async (_, text) => {
    await site.answerInAws('doors', { Notes: text });
    await showAndRun(site);
    const added = await notesOf(site, 'doors');
    expect(added.startsWith(text)).toBe(true);
    const { block } = apart(added);

    const [before, after] = [text.slice(0, text.length / 2), text.slice(text.length / 2)];
    if (before.length + after.length + block.length > 2084) return;
    await site.answerInAws('doors', { Notes: `${before}${block}${after}` });
    await site.moveCard('Watch doors', 'In Progress');
    await showAndRun(site);
    const changed = apart(await notesOf(site, 'doors'));
    expect([changed.before, changed.after]).toEqual([before, after]);
    expect(changed.block).toContain('In Progress - Watch doors');
    await site.moveCard('Watch doors', 'To Do');
  });

  test('choices stay too, and where nothing changed nothing is sent', async () => {
    await site.answerInAws('runbooks', { ChoiceUpdates: { runbooks_tried: { Status: 'SELECTED' } } });
    await showAndRun(site);
    expect((await site.answerOf('runbooks')).SelectedChoices).toEqual(['runbooks_tried']);
    const { shown } = await showAndRun(site);
    expect([shown, writesOf(site)]).toEqual([[], []]);
  });
});
