import { describe, expect, test } from '@jest/globals';
import { latestChange, utcDay } from '../../../src/notes/changed-at';

describe('the date of the last status change', () => {
  test.each([
    ['Jira’s form', '2026-01-05T09:30:00.000+0000', '2026-01-05'],
    ['another zone, another day in UTC', '2026-01-05T00:30:00.000+0100', '2026-01-04'],
    ['west of UTC', '2026-02-28T23:00:00.000-0800', '2026-03-01'],
    ['ISO with a colon', '2026-01-05T09:30:00+00:00', '2026-01-05'],
    ['ISO with Z', '2026-01-05T09:30:00Z', '2026-01-05'],
    ['no zone: whose day is unknown', '2026-01-05T09:30:00', undefined],
    ['no such month', '2026-13-05T09:30:00Z', undefined],
    ['a word', 'yesterday', undefined],
    ['nothing', undefined, undefined],
  ])('%s', (_case, time, day) => {
    expect(utcDay(time)).toBe(day);
  });

  test.each([
    [
      'the latest instant, whatever the zones',
      ['2026-01-05T09:00:00.000+0000', '2026-01-05T09:30:00.000+0100'],
      0,
    ],
    ['what is no time is passed over', [undefined, 'yesterday', '2026-01-05T09:00:00.000+0000'], 2],
    ['no time at all', [undefined, 'yesterday'], 0],
  ])('%s', (_case, times, nth) => {
    expect(latestChange(times)).toBe(times[nth]);
  });
});
