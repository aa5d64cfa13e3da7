/** A block that says what it should stays, whatever words this version of the app has for it. */
import { describe, expect, test } from '@jest/globals';
import { NEWEST } from '../../../src/notes/versions';
import {
  blockCheck,
  statusDigest,
  type Remembered,
  type WrittenBlock,
} from '../../../src/notes/written-block';
import { BLOCK, LATER, merge, merged, newestBlock, OWN, status, version1 } from './statuses';

/** The status in the words of an earlier day. */
const OLD_WORDS = newestBlock(['Task: under way']);

function written(block: string, more: Partial<WrittenBlock> = {}): WrittenBlock {
  return {
    digest: statusDigest(status()),
    version: NEWEST.version,
    check: blockCheck(block),
    detail: 'titles',
    ...more,
  };
}

describe('a block in other words', () => {
  test.each<[what: string, block: string, remembered: Remembered | undefined, kind: string]>([
    ['the app wrote it for this status', OLD_WORDS, written(OLD_WORDS), 'unchanged'],
    ['the same with CRLF', OLD_WORDS.replaceAll('\n', '\r\n'), written(OLD_WORDS), 'unchanged'],
    ['it told another status', OLD_WORDS, written(OLD_WORDS, { digest: 'other' }), 'changed'],
    ['it is not the block that the app wrote last', OLD_WORDS, written(BLOCK), 'changed'],
    ['more of the status fits now', OLD_WORDS, written(OLD_WORDS, { detail: 'line' }), 'changed'],
    [
      'it was written in another version',
      OLD_WORDS,
      written(OLD_WORDS, { version: NEWEST.version + 1 }),
      'changed',
    ],
    ['only its digest is remembered', OLD_WORDS, statusDigest(status()), 'changed'],
    ['nothing is remembered', OLD_WORDS, undefined, 'changed'],
    ['the words are those of today', BLOCK, undefined, 'unchanged'],
    ['the words are those of today, of a digest', BLOCK, 'digest', 'unchanged'],
  ])('%s: %4$s', (_what, block, remembered, kind) => {
    expect(merge(`A\n\n${block}`, status(), { ...OWN, remembered }).kind).toBe(kind);
  });

  test('shrinks where people’s text leaves no more room for it', () => {
    const own = { ...OWN, remembered: written(OLD_WORDS) };
    const limit = 1 + 2 + OLD_WORDS.length;
    expect(merge(`A\n\n${OLD_WORDS}`, status(), own, { limit }).kind).toBe('unchanged');
    expect(merge(`AB\n\n${OLD_WORDS}`, status(), own, { limit }).kind).not.toBe('unchanged');
  });
});

describe('what is to be remembered', () => {
  test.each([
    ['of a new block', 'A'],
    ['of one that is as it should be', `A\n\n${BLOCK}`],
    ['of one that replaces version 1', `A\n\n${version1(OWN.siteUrl)}`],
  ])('%s', (_what, notes) => {
    expect(merge(notes, status())).toMatchObject({ written: written(BLOCK) });
  });

  test('of a block that stays in other words is that block', () => {
    const own = { ...OWN, remembered: written(OLD_WORDS) };
    expect(merge(OLD_WORDS, status(), own)).toEqual({ kind: 'unchanged', written: written(OLD_WORDS) });
  });

  test('keeps the block unchanged the next time, and tells the next status', () => {
    const first = merge('A', status());
    if (first.kind !== 'changed') throw new Error('expected a change');
    const own = { ...OWN, remembered: first.written };
    expect(merge(first.notes, status(), own).kind).toBe('unchanged');
    expect(merged(first.notes, LATER, own)).toBe(`A\n\n${merged('', LATER)}`);
  });
});
