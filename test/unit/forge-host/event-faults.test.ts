import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arrivals, type EventFaults } from '../../../sandbox/forge/triggers/event-faults';

const all = (faults: EventFaults) => Array.from({ length: 1000 }, (_, number) => arrivals(faults, number));

describe('arrivals of 1000 events', () => {
  test.each<[string, EventFaults, number, number, number]>([
    ['one each, at once, without faults', {}, 1000, 1000, 0],
    ['two each when all are doubled', { duplicate: true }, 2000, 2000, 0],
    ['one each when none is doubled', { duplicate: false }, 1000, 1000, 0],
    ['some twice when a part is doubled', { duplicate: 0.2 }, 1150, 1250, 0],
    ['some not at all when a part is lost', { lose: 0.2 }, 750, 850, 0],
    ['none when all are lost', { lose: 1 }, 0, 0, 0],
    ['late when all are', { delayMs: 5000 }, 1000, 1000, 5000],
  ])('are %s', (_name, faults, least, most, late) => {
    const times = all(faults).flat();
    expect(times.length).toBeGreaterThanOrEqual(least);
    expect(times.length).toBeLessThanOrEqual(most);
    expect(new Set(times)).toEqual(new Set(times.length === 0 ? [] : [late]));
  });

  test('are spread over the time there is when they are reordered', () => {
    const times = all({ reorder: true }).flat();
    expect(Math.max(...times)).toBeGreaterThan(170_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(180_000);
    expect(Math.min(...times)).toBeLessThan(10_000);
    expect(Math.max(...all({ reorder: true, delayMs: 1000 }).flat())).toBeLessThanOrEqual(1000);
  });
});

test('the same seed concerns the same events, another seed others', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const faults = fc.record({ duplicate: part, lose: part, reorder: fc.boolean(), seed: fc.integer() });
  fc.assert(
    fc.property(faults, fc.nat(), (given, number) => {
      expect(arrivals(given, number)).toEqual(arrivals({ ...given }, number));
    }),
  );
  const lost = (seed: number) => all({ lose: 0.5, seed }).map((times) => times.length);
  expect(lost(1)).not.toEqual(lost(2));
});
