/** Whether the app wrote what bears its markers: everybody who may write notes can compute a checksum. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitNotes } from '../../../src/notes/split-notes';
import type { Remembered, WrittenBlock } from '../../../src/notes/written-block';
import { BLOCK, LATER, merge, newestBlock, OWN, status, version1 } from './statuses';

function written(now = status()): WrittenBlock {
  const result = merge('', now);
  if (result.kind !== 'changed') throw new Error('The block was not written');
  return result.written;
}

const FORGED = newestBlock(['[x] Task APP-12: Done', '2 of 2 Sub-tasks done']);
const EDITED = BLOCK.replace('1 of 2', '2 of 2');

const originOf = (notes: string, remembered: Remembered | undefined) =>
  splitNotes(notes, { ...OWN, remembered }).block?.origin;

describe('a block in the notes', () => {
  test.each<[words: string, notes: string, remembered: Remembered | undefined, origin: string]>([
    ['as it was written last', BLOCK, written(), 'confirmed'],
    ['which a person moved', `Mine.\n\n${BLOCK}\nMine too.`, written(), 'confirmed'],
    ['with other line ends', BLOCK.replaceAll('\n', '\r\n'), written(), 'confirmed'],
    ['with a valid checksum, of somebody else', FORGED, written(), 'differs'],
    ['of an earlier day, put back', BLOCK, written(LATER), 'differs'],
    ['of an earlier version, put back', version1(OWN.siteUrl), written(), 'differs'],
    ['of which nothing is remembered', BLOCK, undefined, 'not-confirmed'],
    ['with a valid checksum, of which nothing is remembered', FORGED, undefined, 'not-confirmed'],
    ['of which an earlier version of the app remembered a digest', BLOCK, written().digest, 'not-confirmed'],
    ['edited', EDITED, written(), 'edited'],
    ['edited, of which nothing is remembered', EDITED, undefined, 'edited'],
    ['without its end', BLOCK.slice(0, -70), written(), 'edited'],
    ['twice', `${BLOCK}\n\n${BLOCK}`, written(), 'edited'],
  ])('%s', (_words, notes, remembered, origin) => expect(originOf(notes, remembered)).toBe(origin));

  test('is confirmed for no other text than the remembered one, whatever its lines say', () => {
    const lines = fc.array(fc.stringMatching(/^[\w [\]:-]{1,40}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lines, (told) => {
        const block = newestBlock(told.map((line) => line.trim() || '-'));
        expect(originOf(block, written())).toBe(block === BLOCK ? 'confirmed' : 'differs');
      }),
    );
  });
});
