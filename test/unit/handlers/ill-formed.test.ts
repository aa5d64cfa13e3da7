/** Texts that nobody can store or send on, wherever they stand in a payload. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findIllFormed } from '../../../src/handlers/ill-formed';

describe('a text that is none', () => {
  test.each<[string, unknown, readonly string[] | undefined]>([
    ['the payload itself', '\ud800', []],
    ['a member', { a: 'fine', b: 'x\udc00' }, ['b']],
    ['one of a list', { a: [{ b: 'fine' }, { b: '\0' }] }, ['a', '1', 'b']],
    ['the name of a member', { a: { '\ud800': 1 } }, ['a']],
    ['a whole pair is text', { a: '😀' }, undefined],
    ['blanks, tabs and line breaks are text', { a: ' \t\r\n' }, undefined],
    ['no text at all', { a: [1, null, true, {}] }, undefined],
    ['nothing', undefined, undefined],
  ])('%s', (_, value, path) => {
    expect(findIllFormed(value)).toEqual(path);
  });

  test('is found however deep it stands', () => {
    let deep: unknown = '\ud800';
    for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
    expect(findIllFormed(deep)).toHaveLength(100_000);
  });

  test('is found in any JSON exactly where there is one', () => {
    const key = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.dictionary(key, key), (value, texts) => {
        const whole = { value, texts };
        const isThere = /\\u0000|\\ud[89a-f]/.test(JSON.stringify(whole));
        expect(findIllFormed(whole) !== undefined).toBe(isThere);
      }),
    );
  });
});
