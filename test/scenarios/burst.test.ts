/** A tenth of `npm run burst`, under limits that are scaled with it. */
import { expect, test } from '@jest/globals';
import { PLATFORM_LIMITS } from '../../sandbox/limits/table';
import { runBurst } from './burst';

const PART = 1 / 10;

test('cards move on many workloads while another is synced first: all notes are right, and nothing is given up', async () => {
  const { wrong, dropped, minutes, storage } = await runBurst({
    ...{ workloads: 200 * PART, moves: 2000 * PART, firstSyncs: 20 * PART },
    limits: {
      storage: PLATFORM_LIMITS.storage * PART,
      'queue-events': PLATFORM_LIMITS['queue-events'] * PART,
    },
  });
  console.log(`All notes right after ${minutes} min; ${storage.total} units of storage.`);
  expect(wrong).toEqual([]);
  expect(dropped).toEqual([]);
  expect(minutes).toBeLessThanOrEqual(60);
}, 240_000);
