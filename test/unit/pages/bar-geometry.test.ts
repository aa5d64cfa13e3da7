/** Bars of the risk chart: to scale, wide enough for their numbers, never out of the chart. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barGeometry, mostOf } from '../../../static/app/src/features/project/risks/bar-geometry';

const SECURITY = { name: 'Security', high: 6, medium: 2, unanswered: 0 };
const RELIABILITY = { name: 'Reliability', high: 0, medium: 4, unanswered: 3 };

describe('wide enough for names beside the bars', () => {
  const { bars, barX } = barGeometry([SECURITY, RELIABILITY], 984);

  test('the most risky pillar takes the whole width, and its parts are to scale', () => {
    const [high, medium] = bars[0]?.segments ?? [];
    expect([high?.x, high?.width, medium?.x, medium?.width]).toEqual([barX, 600, barX + 600, 200]);
  });

  test('what is zero has no part', () => {
    expect(bars[1]?.segments).toEqual([{ level: 'MEDIUM', count: 4, x: barX, width: 400 }]);
  });

  test('a pillar keeps how many questions are unanswered: without a part it is not said to have no risk', () => {
    expect(bars.map(({ unanswered }) => unanswered)).toEqual([0, 3]);
  });

  test('rows do not overlap', () => {
    expect((bars[1]?.y ?? 0) - (bars[0]?.y ?? 0)).toBeGreaterThan(20);
  });
});

test('narrow: names stand above their bars, which take the whole width', () => {
  const { bars, barX } = barGeometry([SECURITY], 280);
  expect(barX).toBe(0);
  expect(bars[0]?.label.y).toBeLessThan(bars[0]?.y ?? 0);
});

test('beside a chart with longer bars the scale is that of the longest', () => {
  const { bars } = barGeometry([RELIABILITY], 984, 8);
  expect(bars[0]?.segments[0]?.width).toBe(400);
});

test('one risk among a thousand is still wide enough for its number', () => {
  const { bars } = barGeometry([{ name: 'Cost', high: 1, medium: 999, unanswered: 0 }], 984);
  expect(bars[0]?.segments[0]?.width).toBeGreaterThan(15);
});

test('without rows there is nothing', () => {
  expect(barGeometry([], 984)).toMatchObject({ bars: [], height: 0 });
  expect(mostOf([])).toBe(0);
});

test('whatever the numbers and the width: bars stay in the chart, and their parts touch and never overlap', () => {
  const number = fc.nat(2000);
  const row = fc.record({ name: fc.string(), high: number, medium: number, unanswered: number });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.integer({ min: 0, max: 2000 }), (rows, width) => {
      const { bars, barX } = barGeometry(rows, width);
      for (const { segments } of bars) {
        let x = barX;
        for (const segment of segments) {
          expect(segment.x).toBeCloseTo(x, 6);
          x += segment.width;
        }
        expect(x).toBeLessThanOrEqual(Math.max(width, barX) + 0.001);
      }
    }),
  );
});
