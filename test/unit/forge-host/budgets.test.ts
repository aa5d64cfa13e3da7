import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { manualClock } from '../../../sandbox/clock';
import { createInvocationLimits } from '../../../sandbox/forge/invocation-limits';
import { createLogBudget } from '../../../sandbox/forge/log-budget';
import { limitsWith } from '../../../sandbox/limits/table';

describe('a log budget', () => {
  test('has lines for each minute begun', () => {
    const budget = createLogBudget(2, 200, 61_000);
    const verdicts = ['a', 'b\nc', 'd', 'e', 'f'].map((text) => budget.take(text).verdict);
    expect(verdicts).toEqual(['kept', 'kept', 'kept', 'first dropped', 'dropped']);
  });

  test('keeps neither more lines nor more bytes than it has, and nothing after the first that is dropped', () => {
    const text = fc.oneof(fc.string({ maxLength: 600 }), fc.constant('x\ny'));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
        const budget = createLogBudget(10, 2, 60_000);
        const verdicts = texts.map((each) => budget.take(each).verdict);
        const kept = texts.filter((_, at) => verdicts[at] === 'kept');
        expect(kept.join('\n').split('\n').length).toBeLessThanOrEqual(10);
        expect(Buffer.byteLength(kept.join(''))).toBeLessThanOrEqual(2000);
        expect(kept).toEqual(texts.slice(0, kept.length));
      }),
    );
  });
});

test('whoever invokes how often, no minute and no second holds more than its limit', () => {
  const asks = fc.record({ pass: fc.nat({ max: 3000 }), who: fc.constantFrom('a', 'b', undefined) });
  fc.assert(
    fc.property(fc.array(asks, { maxLength: 100 }), (sequence) => {
      const clock = manualClock(0);
      const most = { invocations: 12, 'invocations-second': 2, 'user-invocations': 5 };
      const limits = createInvocationLimits(clock, limitsWith(most));
      const admitted: { readonly at: number; readonly who: string | undefined }[] = [];
      for (const { pass, who } of sequence) {
        clock.advance(pass);
        if (limits.admit(who)) admitted.push({ at: clock.now(), who });
      }
      const within = (ms: number, who?: string) =>
        Math.max(
          0,
          ...admitted.map(
            ({ at }) =>
              admitted.filter((c) => (who === undefined || c.who === who) && c.at >= at && c.at < at + ms)
                .length,
          ),
        );
      expect(within(60_000)).toBeLessThanOrEqual(12);
      expect(within(1000)).toBeLessThanOrEqual(2);
      expect(within(60_000, 'a')).toBeLessThanOrEqual(5);
    }),
  );
});
