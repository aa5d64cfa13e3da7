/** What Jira admins are told of the app's spending. */
import { expect, test } from '@jest/globals';
import { createUsageStore } from '../../../src/usage/usage-store';
import { viewUsage } from '../../../src/use-cases/view-usage';
import { MemoryKeyValues } from '../../builders/key-values';

const HOUR = 3_600_000;
const NOON = Date.UTC(2031, 0, 1, 12);
const ADMIN = { accountId: 'ann', site: 'a-site' };

const SPENT = { points: 742, read: 30, written: 4 };

async function viewed(now: number) {
  const usage = createUsageStore(new MemoryKeyValues());
  await usage.add({ ...SPENT, nearUntil: NOON + 900_000 }, NOON);
  return viewUsage({}, ADMIN, { usage, clock: { now: () => now } });
}

const HOUR_OF_NOON = { at: '2031-01-01T12:00:00.000Z', points: 742, storageRead: 30, storageWritten: 4 };

test.each([
  ['while points run out', NOON, { hours: [HOUR_OF_NOON], slowedUntil: '2031-01-01T12:15:00.000Z' }],
  ['once they are full again', NOON + 900_000, { hours: [HOUR_OF_NOON] }],
  ['for a day', NOON + 24 * HOUR - 1, { hours: [HOUR_OF_NOON] }],
  ['and no longer', NOON + 24 * HOUR, { hours: [] }],
])('%s', async (_, now, view) => {
  expect(await viewed(now)).toEqual(view);
});
