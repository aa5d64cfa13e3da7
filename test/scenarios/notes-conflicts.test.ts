/** Blocks in the notes that people changed: nothing is guessed, and a person settles it either way. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { apart, notesOf, show, showAndRun, writesOf } from './write-back-runs';

let site: ReviewedSite;
let taskKey: string;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  taskKey = (await site.issue('How do you keep keys?')).key;
}, 120_000);
afterAll(() => site.close());

/** Puts the block back as the app writes it, and answers it. */
async function freshBlock(): Promise<string> {
  await site.answerInAws('keys', { Notes: '' });
  await site.run();
  return apart(await notesOf(site, 'keys')).block;
}

const CASES = [
  {
    why: 'edited',
    spoil: (block: string) => block.replace(': To Do', ': nearly there'),
    settles: 'both',
    kept: ': nearly there',
  },
  {
    why: 'broken',
    spoil: (block: string) => block.slice(0, block.indexOf('=== end')),
    settles: 'aws',
    kept: 'Sub-tasks done',
  },
  {
    why: 'doubled',
    spoil: (block: string) => `${block}\nbetween\n${block}`,
    settles: 'both',
    kept: 'between',
  },
  {
    why: 'nested',
    spoil: (block: string) => {
      const begin = block.slice(0, block.indexOf('\n'));
      const end = block.slice(block.indexOf('=== end'));
      return `${begin}\n${block}\n${end}`;
    },
    settles: 'aws',
    kept: 'Sub-tasks done',
  },
] as const;

describe.each(CASES)('markers that are $why', ({ why, spoil, settles, kept }) => {
  const settle = (keep: 'aws' | 'jira') => ({ settle: [{ issueKey: taskKey, keep }] });

  test('are told, and nothing is written; other questions are brought back all the same', async () => {
    const notes = `Mine. ${spoil(await freshBlock())}\nMine too.`;
    await site.answerInAws('keys', { Notes: notes });
    await site.moveCard('Watch doors', 'In Progress');
    const { shown, outcome } = await showAndRun(site);
    expect(outcome.conflicts).toMatchObject([
      { key: taskKey, title: 'How do you keep keys?', code: `notes-${why}` },
    ]);
    expect(shown).toMatchObject([{ kind: 'notes', title: 'How do you close doors?' }]);
    expect(await notesOf(site, 'keys')).toBe(notes);
    await site.moveCard('Watch doors', 'To Do');
    await site.run();
  });

  test('settled for AWS, what stood there stays as a text of people and a new block follows', async () => {
    await site.answerInAws('keys', { Notes: `Mine. ${spoil(await freshBlock())}\nMine too.` });
    const { shown, outcome } = await showAndRun(site, settle('aws'));
    expect(shown).toMatchObject([{ kind: 'notes', key: taskKey, what: 'change' }]);
    expect(outcome.conflicts).toEqual([]);
    const notes = await notesOf(site, 'keys');
    expect(readStatusBlock(notes)).toMatchObject({ taskKey, total: 3 });
    const { before, after } = apart(notes);
    expect(before).toMatch(/^Mine\. [^]*\nMine too\.\n\n$/);
    expect([before.includes(kept), after]).toEqual([true, '']);
    expect((await showAndRun(site)).shown).toEqual([]);
  });

  test(`settled for Jira, ${settles === 'both' ? 'the block is written anew in its place' : 'it stays a conflict'}`, async () => {
    const spoilt = `Mine. ${spoil(await freshBlock())}\nMine too.`;
    await site.answerInAws('keys', { Notes: spoilt });
    const { shown, outcome } = await showAndRun(site, settle('jira'));
    const notes = await notesOf(site, 'keys');
    if (settles === 'aws') {
      expect([shown, notes]).toEqual([[], spoilt]);
      expect(outcome.conflicts).toMatchObject([
        { code: `notes-${why}`, reason: expect.stringMatching(/keep the text of the notes, or repair/) },
      ]);
      return;
    }
    expect(shown).toMatchObject([{ kind: 'notes', key: taskKey, what: 'change' }]);
    expect(outcome.conflicts).toEqual([]);
    const { before, after } = apart(notes);
    expect([before, after.endsWith('\nMine too.')]).toEqual(['Mine. ', true]);
    expect(readStatusBlock(notes)).toMatchObject({ taskKey, total: 3 });
  });
});

test('a settlement of one question settles no other', async () => {
  const block = await freshBlock();
  await site.answerInAws('keys', { Notes: block.replace(': To Do', ': soon') });
  const other = (await site.issue('How do you close doors?')).key;
  site.site.clearRequests();
  const { outcome } = await show(site, { settle: [{ issueKey: other, keep: 'jira' }] });
  expect(outcome.conflicts).toMatchObject([{ key: taskKey, code: 'notes-edited' }]);
  expect(writesOf(site)).toEqual([]);
});
