/** What holds after each trouble: two files of tests have one half of them each, and run side by side. */
import { expect, test } from '@jest/globals';
import { measure } from './measure';
import { boundOf, worstOf } from './rows';
import type { Trouble } from './troubles';

/** Of the calls of a trouble every third is tried here; `npm run bench:faults` tries all. */
const EVERY = 3;

export function bothSidesAgreeAfter(troubles: readonly Trouble[]): void {
  test.each(troubles.map((trouble) => [trouble.name, trouble] as const))(
    '%s: both sides agree soon after, and nothing is doubled',
    async (_, trouble) => {
      const measured = await measure(sampleOf(trouble));
      expect(measured.wrong).toEqual([]);
      expect(measured.minutes.length).toBeGreaterThan(0);
      expect(worstOf(measured)).toBeLessThanOrEqual(boundOf(trouble));
    },
  );
}

function sampleOf({ calls, ...trouble }: Trouble): Trouble {
  if (calls === undefined) return trouble;
  return { ...trouble, calls: { ...calls, numbers: calls.numbers.filter((_, nth) => nth % EVERY === 0) } };
}
