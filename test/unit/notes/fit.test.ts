import { describe, expect, test } from '@jest/globals';
import { fitBlock, NOTES_LIMIT } from '../../../src/notes/fit';
import { merge, OWN, status, subtask } from './statuses';

const PRACTICE = 'Use strong sign-in mechanisms';
const STATUS = status({
  subtasks: [subtask(13, { practice: PRACTICE }), subtask(14, { practice: PRACTICE })],
});

/** The sizes of the steps, largest first, by giving each block one code unit too little. */
function steps(): readonly { readonly detail: string; readonly text: string }[] {
  const found = [];
  let fitted = fitBlock(STATUS, NOTES_LIMIT, OWN.installation);
  while (fitted.kind === 'fits') {
    found.push({ detail: fitted.detail, text: fitted.text });
    fitted = fitBlock(STATUS, fitted.text.length - 1, OWN.installation);
  }
  return found;
}

describe('a block in less and less room', () => {
  test('it shrinks from titles to lines, to counts, to one line', () => {
    expect(steps().map(({ detail, text }) => [detail, text.split('\n').length - 2])).toEqual([
      ['titles', 5],
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
    const fitted = fitBlock(
      status({ subtasks: [10, 9, 101].map((number) => subtask(number)) }),
      NOTES_LIMIT,
      OWN.installation,
    );
    expect(fitted.kind === 'fits' && fitted.text.match(/APP-\d+(?=: To Do)/g)).toEqual([
      'APP-9',
      'APP-10',
      'APP-101',
    ]);
  });

  test('titles are told only where the caller gives them', () => {
    expect(fitBlock(status(), NOTES_LIMIT, OWN.installation)).toMatchObject({
      kind: 'fits',
      detail: 'titles',
    });
  });
});

describe('notes of 2084 UTF-16 code units', () => {
  const shortest = steps().at(-1)?.text.length ?? 0;
  const room = NOTES_LIMIT - shortest - '\n\n'.length;

  test.each([
    ['a text that leaves room for one line, and no more', 'x'.repeat(room)],
    ['the same in surrogate pairs, which count twice', '😀'.repeat(room / 2) + 'x'.repeat(room % 2)],
  ])('full to the last code unit: %s', (_case, text) => {
    const result = merge(text, STATUS);
    expect(result).toMatchObject({ kind: 'changed', detail: 'line' });
    expect(result.kind === 'changed' && result.notes.length).toBe(2084);
  });

  test.each([
    ['one character too many', room + 1, 1],
    ['the text fills the notes', 2084, shortest + 2],
    ['the text alone is over the limit', 2100, shortest + 18],
  ])('no room: %s', (_case, length, missing) => {
    const result = merge('x'.repeat(length), STATUS);
    expect(result).toEqual({ kind: 'no-room', missing });
  });

  test('an older block makes room for a newer one', () => {
    const full = merge('x'.repeat(room), STATUS);
    if (full.kind !== 'changed') throw new Error('expected a change');
    const done = status({ ...STATUS, task: { ...STATUS.task, status: 'Done', statusCategory: 'done' } });
    expect(merge(full.notes, done)).toMatchObject({ kind: 'changed', detail: 'line' });
  });

  test('a block grows again when the text gives room back', () => {
    const full = merge('x'.repeat(room), STATUS);
    if (full.kind !== 'changed') throw new Error('expected a change');
    expect(merge(full.notes.replace(/x{500}/, ''), STATUS)).toMatchObject({
      kind: 'changed',
      detail: 'titles',
    });
  });
});
