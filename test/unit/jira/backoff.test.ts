import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_ADVICE, waitBefore } from '../../../src/jira/client/backoff';

test.each([
  ['the first wait, at the least', 0, 0, 1400],
  ['the first wait, in the middle', 0, 0.5, 2000],
  ['the second wait', 1, 0.5, 4000],
  ['the fourth wait', 3, 0.5, 16000],
  ['never more than 30 s', 9, 0.9, 30000],
])('%s', (_, attempt, jitter, wait) => {
  expect(waitBefore(attempt, NO_ADVICE, jitter)).toBeCloseTo(wait, 6);
});

test('two clients that fail together do not come back together', () => {
  const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(3), jitter, jitter, (attempt, a, b) => {
      const earlier = waitBefore(attempt, NO_ADVICE, Math.min(a, b)) ?? 0;
      const later = waitBefore(attempt, NO_ADVICE, Math.max(a, b)) ?? 0;
      expect(earlier).toBeLessThanOrEqual(later);
      expect(later - earlier).toBeCloseTo(2000 * 2 ** attempt * 0.6 * Math.abs(a - b), 3);
    }),
  );
});
