import { describe, expect, test } from '@jest/globals';
import { splitNotes } from '../../../src/notes/split-notes';
import { BLOCK, merged, OTHER, OWN, parsed, status, version1 } from './statuses';

const INNER = inner(BLOCK);
const V1_OTHER = version1(OTHER.siteUrl);
const INNER_OTHER = inner(V1_OTHER);
const V2_OTHER = merged('', status(), OTHER);

function inner(block: string): string {
  return block.split('\n').slice(1, -1).join('\n');
}

/** Without whose the block is: see `origin.test.ts`. */
function textsOf(notes: string) {
  const { people, block: found } = splitNotes(notes, OWN);
  return { people, ...(found === undefined ? {} : { block: found.text }) };
}

describe('notes for a reader', () => {
  test.each<[words: string, notes: string, people: string, block: string | undefined]>([
    ['none', '', '', undefined],
    ['of people alone', 'Reviewed.\n', 'Reviewed.', undefined],
    ['a block alone', BLOCK, '', INNER],
    ['before the block', `Reviewed.\n\n${BLOCK}`, 'Reviewed.', INNER],
    ['before and after it', `Reviewed.\n\n${BLOCK}\nAsk again.`, 'Reviewed.\n\nAsk again.', INNER],
    ['with CRLF', `A\r\n\r\n${BLOCK.replaceAll('\n', '\r\n')}`, 'A', INNER],
  ])('%s', (_words, notes, people, block) => {
    expect(textsOf(notes)).toEqual({ people, ...(block === undefined ? {} : { block }) });
  });

  test('a block that somebody edited is shown as it is now', () => {
    const edited = BLOCK.replace('1 of 2', '2 of 2');
    expect(parsed(edited).block.kind).toBe('edited');
    expect(textsOf(`A\n\n${edited}`)).toEqual({
      people: 'A',
      block: INNER.replace('1 of 2', '2 of 2'),
    });
  });

  test.each<[words: string, notes: string, people: string, block: string | undefined]>([
    ['of version 1', `A\n\n${version1(OWN.siteUrl)}`, 'A', INNER],
    ['of version 1, from before the site was renamed', `A\n\n${V1_OTHER}`, 'A', INNER_OTHER],
    ['of another site beside ours', `${V2_OTHER}\n\n${BLOCK}`, V2_OTHER, INNER],
    ['of another site alone', V2_OTHER, V2_OTHER, undefined],
  ])('a block %s', (_words, notes, people, block) => {
    expect(textsOf(notes)).toEqual({ people, ...(block === undefined ? {} : { block }) });
  });

  test.each([
    ['doubled', `A\n\n${BLOCK}\n\nB\n\n${BLOCK}\nC`, 'A\n\nC', `${INNER}\n\nB\n\n${INNER}`],
    ['without its end', `A\n\n${BLOCK.slice(0, -70)}`, 'A', undefined],
    ['without its beginning', `A\n\n${BLOCK.slice(60)}\nC`, 'C', undefined],
  ])('where the block is %s, what may be of it is no text of people', (_words, notes, people, block) => {
    const found = textsOf(notes);
    expect(found.people).toBe(people);
    expect(found.people).not.toContain('APP-13');
    if (block !== undefined) expect(found.block).toBe(block);
  });
});
