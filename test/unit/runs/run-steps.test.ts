/** How far a run is, step by step and over its invocations, and how long a step will take yet. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { progressOf, stepsTogether } from '../../../src/runs/run-steps';
import { secondsLeft } from '../../../src/runs/time-left';

const of = (step: string, done: number, total: number) => ({ step, done, total });

describe('steps of all invocations together', () => {
  test.each([
    ['the first invocation', undefined, [of('a', 0, 3)], [of('a', 0, 3)]],
    ['what is left is planned anew and added', [of('a', 2, 5)], [of('a', 1, 3)], [of('a', 3, 5)]],
    ['what is planned no more is over', [of('a', 2, 5)], [of('b', 0, 4)], [of('a', 2, 2), of('b', 0, 4)]],
    ['what was never begun and is planned no more is left out', [of('a', 0, 5)], [], []],
    [
      'each keeps its place',
      [of('a', 5, 5), of('b', 1, 4)],
      [of('b', 0, 3), of('c', 0, 1)],
      [of('a', 5, 5), of('b', 1, 4), of('c', 0, 1)],
    ],
  ])('%s', (_, before, now, together) => {
    expect(stepsTogether(before, now)).toEqual(together);
  });

  test('no step has more done than there is, and all together are their sum', () => {
    const step = fc
      .record({ step: fc.constantFrom('a', 'b', 'c'), total: fc.nat(9), done: fc.nat(9) })
      .map(({ step: name, total, done }) => of(name, Math.min(done, total), total));
    const steps = fc.uniqueArray(step, { selector: (each) => each.step });
    fc.assert(
      fc.property(steps, steps, (before, now) => {
        const together = stepsTogether(before, now);
        const { done, total } = progressOf(together);
        expect(together.every((each) => each.done <= each.total)).toBe(true);
        expect(done).toBe([...before, ...now].reduce((sum, each) => sum + each.done, 0));
        expect(total - done).toBe(now.reduce((sum, each) => sum + each.total - each.done, 0));
      }),
    );
  });
});

describe('seconds left of a step', () => {
  test.each([
    // done before, done, total, seconds since it began → seconds left
    [0, 10, 30, 5, 10],
    [20, 30, 50, 5, 10],
    [0, 57, 57, 5, undefined],
    [0, 2, 50, 60, undefined],
    [0, 40, 50, 1, undefined],
    [0, 0, 50, 60, undefined],
    [0, 3, 6, 0.1, undefined],
    [0, 999, 1000, 999, 1],
  ])('from %i to %i of %i in %i s: %p', (doneBefore, done, total, seconds, left) => {
    expect(secondsLeft({ beganAt: 1000, doneBefore }, { done, total }, 1000 + seconds * 1000)).toBe(left);
  });
});
