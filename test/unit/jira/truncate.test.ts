import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { truncate } from '../../../src/truncate';

describe('a text that is cut', () => {
  test.each([
    ['stays where it fits', 'abc', 3, 'abc'],
    ['says that something is missing', 'abcd', 3, 'ab…'],
    ['never ends in half an emoji', 'ab🚀d', 4, 'ab…'],
    ['keeps an emoji that fits', 'a🚀bc', 4, 'a🚀…'],
  ])('%s', (_words, value, max, expected) => {
    expect(truncate(value, max)).toBe(expected);
  });

  test('can go without a mark', () => {
    expect(truncate('abcd', 3, '')).toBe('abc');
  });

  test('is at most so long, has a whole beginning of the text, and is stable', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (value, max) => {
        const cut = truncate(value, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/\p{Cs}/u);
        expect(value.startsWith(cut === value ? cut : cut.slice(0, -1))).toBe(true);
        expect(truncate(cut, max)).toBe(cut);
      }),
    );
  });
});
