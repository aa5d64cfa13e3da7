/** What an installation spent of Jira's points and of storage in each hour, in one value of Forge storage. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import type { Tally } from './tally';

const HOUR_MS = 3_600_000;

/** Hours that are kept. */
const KEPT = 24;

/** Jira's quota is full again within the hour; a header that says otherwise is not believed. */
const LONGEST_NEAR_MS = HOUR_MS;

const schema = z.object({
  /** The latest first; those in which nothing was spent are left out. */
  hours: z.array(
    z.object({
      /** When the hour began, in milliseconds since the epoch. */
      at: z.number(),
      points: z.number(),
      read: z.number(),
      written: z.number(),
    }),
  ),
  /** As `Tally` has it. */
  nearUntil: z.number().exactOptional(),
});

export type Usage = Readonly<z.infer<typeof schema>>;

export const usageRecord = defineRecord({
  name: 'usage',
  key: () => 'usage',
  version: 1,
  schema,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'Nothing was spent in the last day.',
    unreadable: 'As absent: the account begins anew.',
  },
});

export interface UsageStore {
  /** One read. */
  load(): Promise<Usage>;
  /**
   * One read and one write. What two invocations add at the same moment may be counted once: the account is a guide,
   * and no limit depends on it.
   */
  add(spent: Tally, now: number): Promise<void>;
}

export function createUsageStore(kvs: KeyValues, log?: RecordLog): UsageStore {
  const record = openRecord(usageRecord, kvs, log);
  return {
    load: async () => (await record.read()) ?? { hours: [] },
    async add(spent, now) {
      const reading = await record.inspect();
      await record.replace(reading, afterSpending(record.valueOf(reading) ?? { hours: [] }, spent, now));
    },
  };
}

function afterSpending({ hours, nearUntil = 0 }: Usage, spent: Tally, now: number): Usage {
  const at = now - (now % HOUR_MS);
  const before = hours.find((hour) => hour.at === at) ?? { at, points: 0, read: 0, written: 0 };
  const after = {
    at,
    points: before.points + spent.points,
    read: before.read + spent.read,
    written: before.written + spent.written,
  };
  const others = hours.filter((hour) => hour.at !== at && hour.at > at - KEPT * HOUR_MS && hour.at < at);
  const near = Math.min(Math.max(nearUntil, spent.nearUntil ?? 0), now + LONGEST_NEAR_MS);
  return { hours: [after, ...others], ...(near > now ? { nearUntil: near } : {}) };
}
