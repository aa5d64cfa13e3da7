import { expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';

test('a manual clock stands still until it is advanced, and never goes back', () => {
  const clock = manualClock(1_000);
  expect(clock.now()).toBe(1_000);
  clock.advance(500);
  expect(clock.now()).toBe(1_500);
  expect(() => clock.advance(-1)).toThrow('a clock cannot be advanced by -1 ms');
});
