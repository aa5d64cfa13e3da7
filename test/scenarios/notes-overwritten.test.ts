/** Blocks that somebody took out of the notes, and Tasks that are not there any more. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { apart, notesOf, showAndRun, writesOf } from './write-back-runs';

/** What Trend Micro Conformity's sync puts in place of a question's notes. */
const REPORT = [
  'Conformity check summary',
  'Total number of Successes: 12',
  'Total number of Failures: 3',
  '',
  '- Extreme successes: 1, failures: 0',
  '- Very High successes: 2, failures: 1',
  '- High successes: 3, failures: 0',
  '- Medium successes: 4, failures: 2',
  '- Low successes: 2, failures: 0',
  '',
  'Rule Ids to Review: [ IAM-001, KMS-004 ]',
].join('\n');

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
}, 120_000);
afterAll(() => site.close());

describe('notes that lost the block', () => {
  test.each([
    ["to Conformity's sync", REPORT, /Conformity's sync had replaced/],
    ['to a person', 'Only this.', /somebody had taken/],
  ])('%s: what stands there stays, the block is put back and that is told', async (_, text, words) => {
    await site.answerInAws('keys', { Notes: text });
    const { key } = await site.issue('How do you keep keys?');
    const { shown, outcome } = await showAndRun(site);
    expect(shown).toEqual([{ kind: 'notes', key, title: 'How do you keep keys?', what: 'add' }]);
    expect(outcome.notices).toMatchObject([
      { key, code: 'notes-overwritten', reason: expect.stringMatching(words) },
    ]);
    const { before, after } = apart(await notesOf(site, 'keys'));
    expect([before, after]).toEqual([`${text}\n\n`, '']);
    expect((await showAndRun(site)).outcome.notices).toEqual([]);
  });

  test('notes that never had a block are not told of', async () => {
    const fresh = await openReviewedSite();
    await fresh.link(fresh.workloadArn);
    await fresh.answerInAws('keys', { Notes: REPORT });
    const { outcome } = await showAndRun(fresh);
    expect([outcome.notices, outcome.notesWritten]).toEqual([[], 3]);
    expect((await notesOf(fresh, 'keys')).startsWith(REPORT)).toBe(true);
    await fresh.close();
  }, 60_000);
});

describe('a Task that was deleted in Jira', () => {
  const TEXT = 'Doors are the janitor\u2019s.\r\n';

  test('its block goes, which the preview says, and what people wrote stays', async () => {
    const task = await site.issue('How do you close doors?');
    const { block } = apart(await notesOf(site, 'doors'));
    await site.answerInAws('doors', { Notes: `${TEXT}\n\n${block}` });
    site.site.jira.admin.deleteIssue(task.key);
    const { shown, outcome } = await showAndRun(site);
    expect(shown).toEqual([{ kind: 'notes', title: task.fields.summary, what: 'remove' }]);
    expect(outcome.failed.concat(outcome.conflicts).map(({ code }) => code)).not.toContain('notes-edited');
    expect(await notesOf(site, 'doors')).toBe(TEXT);
    expect((await showAndRun(site)).shown).toEqual([]);
    expect(writesOf(site)).toEqual([]);
  });

  test('made again, it is told again', async () => {
    const { shown, outcome } = await showAndRun(site, { recreate: true });
    expect(shown.filter(({ kind }) => kind === 'notes')).toEqual([
      { kind: 'notes', title: 'How do you close doors?', what: 'add' },
    ]);
    expect(outcome.notices.map(({ code }) => code)).toEqual(Array(3).fill('made-again'));
    const { key } = await site.issue('How do you close doors?');
    const notes = await notesOf(site, 'doors');
    expect(readStatusBlock(notes)).toMatchObject({ taskKey: key, done: 0, total: 2 });
    expect(notes.startsWith(TEXT)).toBe(true);
  });
});

test('a Sub-task that was deleted leaves the block', async () => {
  const { key } = await site.issue('Audit the use of keys');
  site.site.jira.admin.deleteIssue(key);
  const { shown } = await showAndRun(site);
  expect(shown).toMatchObject([{ kind: 'notes', what: 'change' }]);
  const notes = await notesOf(site, 'keys');
  expect(readStatusBlock(notes)).toMatchObject({ total: 2 });
  expect(notes).not.toContain(key);
});
