import { describe, expect, test } from '@jest/globals';
import { latestChange, utcDay } from '../../../src/notes/changed-at';
import { readBlock } from '../../../src/notes/read-block';
import { BLOCK, merged, status, TASK } from './statuses';

const READING = { taskKey: 'APP-12', done: 1, total: 2, changedAt: '2026-01-05' };

describe('reading what a block says', () => {
  test.each([
    ['with a line for each Sub-task', 'A\n\n' + BLOCK],
    ['with CRLF', BLOCK.replaceAll('\n', '\r\n')],
    ['with counts', merged('', status(), { limit: 230 })],
    ['in one line', merged('', status(), { limit: 190 })],
  ])('%s', (_case, notes) => {
    expect(readBlock(notes)).toEqual(READING);
  });

  test('no Sub-tasks, no date, no link', () => {
    const bare = { task: { ...TASK, url: '' }, subtasks: [] };
    expect(readBlock(merged('', bare))).toEqual({ taskKey: 'APP-12', done: 0, total: 0 });
  });

  test.each([
    ['no notes', undefined],
    ['no block', 'Reviewed.'],
    ['an edited block', BLOCK.replace('1 of 2', '2 of 2')],
    ['two blocks', BLOCK + BLOCK],
  ])('nothing is read from %s', (_case, notes) => {
    expect(readBlock(notes)).toBeUndefined();
  });
});

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
