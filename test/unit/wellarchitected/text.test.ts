import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeLine, safeText, safeUrl } from '../../../src/wellarchitected/parse/text';

describe('text from AWS', () => {
  test.each([
    ['a plain title', 'a plain title'],
    ['  spaces  around ', 'spaces around'],
    ['two\nlines', 'two lines'],
    ['nul\u0000 and bell\u0007', 'nul and bell'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['isolated \u2067text\u2069', 'isolated text'],
    ['\ufeffmarked', 'marked'],
    ['half \ud83d emoji', 'half \ufffd emoji'],
    ['whole 👩‍🚀 emoji', 'whole 👩‍🚀 emoji'],
    ['日本語 العربية', '日本語 العربية'],
  ])('%j becomes %j on one line', (raw, shown) => expect(safeLine(raw)).toBe(shown));

  test('of several lines keeps them', () => {
    expect(safeText('one\r\ntwo\rthree\n\n\tfour')).toBe('one\ntwo\nthree\n\n\tfour');
  });

  test('a very long text is kept whole', () => {
    expect(safeText('x'.repeat(100_000))).toHaveLength(100_000);
  });

  test('whatever comes in, nothing that breaks or deceives goes out, and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
        const shown = safeText(raw);
        expect(Buffer.from(shown, 'utf8').toString('utf8')).toBe(shown);
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(safeText(shown)).toBe(shown);
        expect(safeLine(raw)).not.toContain('\n');
      }),
    );
  });
});

describe('addresses from AWS', () => {
  test.each([
    ['https://docs.aws.amazon.com/a?b#c', 'https://docs.aws.amazon.com/a?b#c'],
    ['http://docs.example', 'http://docs.example/'],
    ['https://docs.example/two words', 'https://docs.example/two%20words'],
    ['javascript:alert(1)', undefined],
    ['JavaScript\n:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['//docs.example', undefined],
    ['docs.example', undefined],
    ['https://name:secret@docs.example', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j becomes %j', (raw, url) => expect(safeUrl(raw)).toBe(url));

  test('whatever comes in, only http and https go out', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webUrl().map((url) => ` ${url}`),
        ),
        (raw) => {
          expect(safeUrl(raw) ?? 'https://none').toMatch(/^https?:\/\//);
        },
      ),
    );
  });
});
