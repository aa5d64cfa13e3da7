import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { priorityFor } from '../../../src/review-entries/priority';
import type { Risk } from '../../../src/wellarchitected/model';

const ranked = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: 'any' }));
const rank = (risk: Risk, count: number) => Number(priorityFor(risk, ranked(count))?.id.slice(1));

describe("priority of a new issue, by rank in the project's list", () => {
  const table: readonly [priorities: number, high: number, medium: number, none: number][] = [
    [1, 0, 0, 0],
    [2, 0, 1, 1],
    [3, 0, 1, 2],
    [4, 1, 2, 3],
    [5, 1, 2, 3],
  ];

  test.each(table)('of %i: HIGH %i, MEDIUM %i, NONE %i', (count, high, medium, none) => {
    expect([rank('HIGH', count), rank('MEDIUM', count), rank('NONE', count)]).toEqual([high, medium, none]);
  });

  test('a higher risk never ranks lower, and of three or more priorities three differ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const ranks = (['HIGH', 'MEDIUM', 'NONE'] as const).map((risk) => rank(risk, count));
        expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
        expect(Math.max(...ranks)).toBeLessThan(count);
        if (count >= 3) expect(new Set(ranks).size).toBe(3);
      }),
    );
  });

  test('none without a question, a field or a list', () => {
    expect(priorityFor(undefined, ranked(5))).toBeUndefined();
    expect(priorityFor('HIGH', undefined)).toBeUndefined();
    expect(priorityFor('HIGH', [])).toBeUndefined();
  });
});
