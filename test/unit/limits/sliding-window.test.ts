import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SlidingWindow } from '../../../sandbox/limits/sliding-window';

const LENGTH_MS = 1000;
const MOST = 10;

/** Time that passes, and then an amount that is asked for. */
const asks = fc.array(fc.record({ pass: fc.nat({ max: 700 }), amount: fc.integer({ min: 1, max: 12 }) }), {
  maxLength: 80,
});

interface Admitted {
  readonly at: number;
  readonly amount: number;
}

function heldFrom(admitted: readonly Admitted[], begin: number): number {
  const inside = admitted.filter(({ at }) => at >= begin && at < begin + LENGTH_MS);
  return inside.reduce((sum, { amount }) => sum + amount, 0);
}

describe('a sliding window', () => {
  test('never admits more than its most within any span of its length, and all that fits', () => {
    fc.assert(
      fc.property(asks, (sequence) => {
        const window = new SlidingWindow(LENGTH_MS, MOST);
        const admitted: Admitted[] = [];
        let now = 0;
        for (const { pass, amount } of sequence) {
          now += pass;
          const room = MOST - heldFrom(admitted, now - LENGTH_MS + 1);
          expect(window.fits(now, amount)).toBe(amount <= room);
          if (!window.fits(now, amount)) continue;
          window.add(now, amount);
          admitted.push({ at: now, amount });
        }
        const spans = admitted.map(({ at }) => heldFrom(admitted, at));
        expect(Math.max(0, ...spans)).toBeLessThanOrEqual(MOST);
        expect(window.peak).toBe(Math.max(0, ...admitted.map(({ at }) => heldFrom(admitted, at - 999))));
      }),
    );
  });

  test('tells how long to wait: then it fits, and a moment earlier it does not', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: MOST }), (sequence, amount) => {
        const window = new SlidingWindow(LENGTH_MS, MOST);
        let now = 0;
        for (const ask of sequence) {
          now += ask.pass;
          if (window.fits(now, ask.amount)) window.add(now, ask.amount);
        }
        const wait = window.wait(now, amount);
        if (wait > 0) expect(window.fits(now + wait - 1, amount)).toBe(false);
        expect(window.fits(now + wait, amount)).toBe(true);
      }),
    );
  });

  test('never has room for more than it holds', () => {
    expect(new SlidingWindow(LENGTH_MS, MOST).wait(0, MOST + 1)).toBe(Infinity);
  });
});
