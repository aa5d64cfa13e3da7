/** Jira or AWS fail while two changes are on their way. */
import { expect, test } from '@jest/globals';
import { measure } from './measure';
import { boundOf, worstOf } from './rows';
import { OF_SERVICES } from './troubles';

test.each(OF_SERVICES.map((trouble) => [trouble.name, trouble] as const))(
  '%s: both sides agree soon after, and nothing is doubled',
  async (_, trouble) => {
    const measured = await measure(trouble);
    expect(measured.wrong).toEqual([]);
    expect(measured.minutes.length).toBeGreaterThan(0);
    expect(worstOf(measured)).toBeLessThanOrEqual(boundOf(trouble));
  },
);
