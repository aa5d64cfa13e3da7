import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findSyntaxProblem } from '../../../sandbox/aws/lens/json-syntax';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": 1,}', 1, 9, 'a key in double quotes was expected, not "}"'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '"," or "}" was expected, not "\\""'],
    ['{"a": tru}', 1, 7, 'a value was expected, not "t"'],
    ["{'a': 1}", 1, 2, 'a key in double quotes was expected, not "\'"'],
    ['{"a" 1}', 1, 6, '":" was expected, not "1"'],
    ['["open]', 1, 2, 'this text is not closed or not escaped'],
    ['[1', 1, 3, '"," or "]" was expected, not the end of the file'],
    ['', 1, 1, 'a value was expected, not the end of the file'],
    ['{} x', 1, 4, '"x" was not expected after the JSON value'],
    ['['.repeat(1000), 1, 502, 'it nests deeper than 500 levels'],
  ])('%.30s', (text, line, column, message) => {
    expect(findSyntaxProblem(text)).toEqual({ line, column, message });
  });
});

describe('laws', () => {
  it('finds nothing in any JSON, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        expect(findSyntaxProblem(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  it('agrees with JSON.parse after any cut or change', () => {
    const changed = fc.tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom('', ',', '}', '"', '\\', '0', '.', 'e', ' '),
    );
    fc.assert(
      fc.property(changed, ([value, at, character]) => {
        const text = JSON.stringify(value);
        const cut = at % (text.length + 1);
        const broken = text.slice(0, cut) + character + text.slice(cut + 1);
        expect(findSyntaxProblem(broken) === undefined).toBe(isJson(broken));
      }),
      { numRuns: 1000 },
    );
  });
});
