/** What holds after each trouble: two files of tests have one half of them each, and run side by side. */
import { expect, test } from '@jest/globals';
import { measure } from './measure';
import { boundOf, worstOf } from './rows';
import type { Trouble } from './troubles';

export function bothSidesAgreeAfter(troubles: readonly Trouble[]): void {
  test.each(troubles.map((trouble) => [trouble.name, trouble] as const))(
    '%s: both sides agree soon after, and nothing is doubled',
    async (_, trouble) => {
      const measured = await measure(trouble);
      expect(measured.wrong).toEqual([]);
      expect(measured.minutes.length).toBeGreaterThan(0);
      expect(worstOf(measured)).toBeLessThanOrEqual(boundOf(trouble));
    },
  );
}
