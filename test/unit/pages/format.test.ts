/** Numbers and times as readers of a language write them. */
import { describe, expect, test } from '@jest/globals';
import { createFormat } from '../../../static/app/src/texts/format';
import { type Address, pathOf } from '../../../static/app/src/features/project/addresses';
import { pollDelay } from '../../../static/app/src/features/runs/poll-delay';
import { lensIdOf, workloadArnParts } from '../../../static/app/src/features/project/workload-arn';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const english = createFormat('en-US');

describe('how long ago', () => {
  test.each([
    ['2026-11-22T12:00:00Z', 'now'],
    ['2026-11-22T11:59:30Z', '30 seconds ago'],
    ['2026-11-22T11:00:00Z', '1 hour ago'],
    ['2026-11-21T10:00:00Z', 'yesterday'],
    ['2026-08-01T12:00:00Z', '3 months ago'],
    ['2026-11-22T12:05:00Z', 'now'],
  ])('%s was %s', (at, expected) => {
    expect(english.ago(at, NOW)).toBe(expected);
  });
});

test('a due day is the same day everywhere', () => {
  expect(english.day('2026-11-22')).toBe('Nov 22, 2026');
  expect(english.time('2026-11-22T14:05:00')).toMatch(/^2:05\sPM$/u);
});

test('another language writes numbers its own way, and one that nobody knows is no error', () => {
  expect(createFormat('de-DE').number(1234567)).toBe('1.234.567');
  expect(createFormat('not a language').number(1234)).toBe('1,234');
});

test('an ARN says account, Region and id', () => {
  expect(workloadArnParts('arn:aws:wellarchitected:eu-west-1:111122223333:workload/ab12')).toEqual({
    region: 'eu-west-1',
    account: '111122223333',
    id: 'ab12',
  });
  expect(lensIdOf('arn:aws:wellarchitected::aws:lens/serverless')).toBe('serverless');
});

test('an address says which run of which workload is open', () => {
  const addresses: readonly (readonly [Address, readonly string[]])[] = [
    [{ name: 'overview' }, ['overview']],
    [{ name: 'triage' }, ['triage']],
    [{ name: 'sync', workloadId: 'ab' }, ['sync', 'ab']],
    [{ name: 'sync', workloadId: 'ab', runId: 'c' }, ['sync', 'ab', 'c']],
  ];
  for (const [address, path] of addresses) expect(pathOf(address)).toEqual(path);
});

test('a run is asked for often at first, and every ten seconds in the end', () => {
  const turns = [0, 1, 6, 100];
  const delays = turns.map((turn) => pollDelay(turn, 'running'));
  expect(delays).toEqual([700, 1120, 10_000, 10_000]);
  expect(pollDelay(0, undefined)).toBe(700);
  expect(pollDelay(3, 'waiting')).toBe(30_000);
});
