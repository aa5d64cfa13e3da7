import { describe, expect, test } from '@jest/globals';
import { fitBlock, NOTES_LIMIT } from '../../../src/notes/fit';
import { mergeNotes } from '../../../src/notes/merge';
import { status, subtask } from './statuses';

const PRACTICE = 'Use strong sign-in mechanisms';
const STATUS = status({
  subtasks: [subtask(13, { practice: PRACTICE }), subtask(14, { practice: PRACTICE })],
});

/** The sizes of the steps, largest first, by giving each block one code unit too little. */
function steps(): readonly { readonly form: string; readonly text: string }[] {
  const found = [];
  let fitted = fitBlock(STATUS, NOTES_LIMIT);
  while (fitted.kind === 'fits') {
    found.push({ form: fitted.form, text: fitted.text });
    fitted = fitBlock(STATUS, fitted.text.length - 1);
  }
  return found;
}

describe('a block in less and less room', () => {
  test('it shrinks from titles to lines, to counts, to one line', () => {
    expect(steps().map(({ form, text }) => [form, text.split('\n').length - 2])).toEqual([
      ['lines', 5],
      ['lines', 5],
      ['counts', 3],
      ['line', 1],
    ]);
  });

  test('the titles of best practices go first', () => {
    expect(steps().map(({ text }) => text.includes(PRACTICE))).toEqual([true, false, false, false]);
  });

  test('every step still tells the Task, its status, the counts and the date', () => {
    for (const { text } of steps())
      for (const told of ['APP-12', 'In Progress', '0 of 2 Sub-tasks done', '2026-01-05'])
        expect(text).toContain(told);
  });

  test('Sub-tasks come in the order of their numbers', () => {
    const fitted = fitBlock(status({ subtasks: [10, 9, 101].map((number) => subtask(number)) }), NOTES_LIMIT);
    expect(fitted.kind === 'fits' && fitted.text.match(/APP-\d+(?=: To Do)/g)).toEqual([
      'APP-9',
      'APP-10',
      'APP-101',
    ]);
  });

  test('titles are told only where the caller gives them', () => {
    expect(fitBlock(status(), NOTES_LIMIT)).toMatchObject({ kind: 'fits', form: 'lines' });
  });
});

describe('notes of 2084 UTF-16 code units', () => {
  const shortest = steps().at(-1)?.text.length ?? 0;
  const room = NOTES_LIMIT - shortest - '\n\n'.length;

  test.each([
    ['a text that leaves room for one line, and no more', 'x'.repeat(room)],
    ['the same in surrogate pairs, which count twice', '😀'.repeat(room / 2) + 'x'.repeat(room % 2)],
  ])('full to the last code unit: %s', (_case, text) => {
    const result = mergeNotes(text, STATUS);
    expect(result).toMatchObject({ kind: 'changed', form: 'line' });
    expect(result.kind === 'changed' && result.notes.length).toBe(2084);
  });

  test.each([
    ['one character too many', room + 1, 1, 'needs 1 character more'],
    ['the text fills the notes', 2084, shortest + 2, `needs ${shortest + 2} characters more`],
    ['the text alone is over the limit', 2100, shortest + 18, `needs ${shortest + 18} characters more`],
  ])('no room: %s', (_case, length, missing, words) => {
    const result = mergeNotes('x'.repeat(length), STATUS);
    expect(result).toEqual({ kind: 'no-room', missing, words: expect.stringContaining(words) });
  });

  test('an older block makes room for a newer one', () => {
    const full = mergeNotes('x'.repeat(room), STATUS);
    if (full.kind !== 'changed') throw new Error('expected a change');
    const done = status({ ...STATUS, task: { ...STATUS.task, status: 'Done', statusCategory: 'done' } });
    expect(mergeNotes(full.notes, done)).toMatchObject({ kind: 'changed', form: 'line' });
  });

  test('a block grows again when the text gives room back', () => {
    const full = mergeNotes('x'.repeat(room), STATUS);
    if (full.kind !== 'changed') throw new Error('expected a change');
    expect(mergeNotes(full.notes.replace(/x{500}/, ''), STATUS)).toMatchObject({
      kind: 'changed',
      form: 'lines',
    });
  });
});
