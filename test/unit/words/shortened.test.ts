/** What of a long reason is kept: its code and all its params, with the longest texts and lists cut. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shortened } from '../../../src/reason-parts';
import type { Reason } from '../../../src/reason';

const LONG = 'x'.repeat(100);

test.each<[string, Reason['params'], Reason['params']]>([
  [
    'what is short',
    { a: 'short', n: 7, i: { issueKey: 'WA-7' } },
    { a: 'short', n: 7, i: { issueKey: 'WA-7' } },
  ],
  ['a text', { a: LONG, b: 'short' }, { a: `${'x'.repeat(59)}…`, b: 'short' }],
  ['a quote', { a: { quote: LONG, by: 'aws' } }, { a: { quote: `${'x'.repeat(59)}…`, by: 'aws' } }],
  ['a list', { a: Array(60).fill('1') }, { a: ['1', '1', '…'] }],
  [
    'a reason within it',
    { a: { code: 'd', params: { b: LONG } } },
    { a: { code: 'd', params: { b: `${'x'.repeat(59)}…` } } },
  ],
])('%s', (_what, params, kept) => {
  expect(shortened({ code: 'c', params }, 120)).toEqual({ code: 'c', params: kept });
});

test('it fits, whatever its texts and lists are', () => {
  const params = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(fc.string({ maxLength: 500 }), fc.array(fc.string({ maxLength: 200 }), { maxLength: 100 })),
  );
  fc.assert(
    fc.property(params, (given) => {
      const { params: kept } = shortened({ code: 'c', params: given }, 200);
      expect(JSON.stringify({ code: 'c', params: kept }).length).toBeLessThanOrEqual(200);
      expect(Object.keys(kept)).toEqual(Object.keys(given));
    }),
  );
});
