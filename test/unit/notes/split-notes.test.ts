import { describe, expect, test } from '@jest/globals';
import { findBlock } from '../../../src/notes/find-block';
import { splitNotes } from '../../../src/notes/split-notes';
import { BLOCK } from './statuses';

const INNER = BLOCK.split('\n').slice(1, -1).join('\n');

describe('notes for a reader', () => {
  test.each<[words: string, notes: string, people: string, block: string | undefined]>([
    ['none', '', '', undefined],
    ['of people alone', 'Reviewed.\n', 'Reviewed.', undefined],
    ['a block alone', BLOCK, '', INNER],
    ['before the block', `Reviewed.\n\n${BLOCK}`, 'Reviewed.', INNER],
    ['before and after it', `Reviewed.\n\n${BLOCK}\nAsk again.`, 'Reviewed.\n\nAsk again.', INNER],
    ['with CRLF', `A\r\n\r\n${BLOCK.replaceAll('\n', '\r\n')}`, 'A', INNER],
  ])('%s', (_words, notes, people, block) => {
    expect(splitNotes(notes)).toEqual({ people, ...(block === undefined ? {} : { block }) });
  });

  test('a block that somebody edited is shown as it is now', () => {
    const edited = BLOCK.replace('1 of 2', '2 of 2');
    expect(findBlock(edited).kind).toBe('edited');
    expect(splitNotes(`A\n\n${edited}`)).toEqual({ people: 'A', block: INNER.replace('1 of 2', '2 of 2') });
  });

  test.each([
    ['doubled', BLOCK + BLOCK],
    ['broken', BLOCK.slice(0, -10)],
  ])('where the block is %s nothing of the notes is called the block', (_words, notes) => {
    expect(splitNotes(notes)).toEqual({ people: notes });
  });
});
