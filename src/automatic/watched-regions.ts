/** Which Regions of which connections have, or may have, workloads in automatic mode: only these are polled. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

export interface WatchedRegions {
  /** From now on, until `unwatch`. */
  watch(connectionId: string, region: string): Promise<void>;
  isWatched(connectionId: string, region: string): Promise<boolean>;
  /** Whether nobody has found out for a day that something there is in automatic mode. */
  isDue(connectionId: string, region: string, now: number): Promise<boolean>;
  checked(connectionId: string, region: string, now: number): Promise<void>;
  /** A poll began at `now`, and what the watch store has is what AWS listed then. */
  polled(connectionId: string, region: string, now: number): Promise<void>;
  /** Of the last such poll; milliseconds since the epoch. */
  polledAt(connectionId: string, region: string): Promise<number | undefined>;
  /**
   * Each workload is to get a run that begins after now, within the day: settings of the site changed, or the connection
   * could not be used. Nothing happens where the Region is not watched.
   */
  wantRuns(connectionId: string, region: string, now: number): Promise<void>;
  /** When runs were last wanted so. */
  runsWantedAt(connectionId: string, region: string): Promise<number | undefined>;
  unwatch(connectionId: string, region: string): Promise<void>;
}

export const watchedRegionRecord = defineRecord({
  name: 'watched-region',
  key: ([connectionId, region]: readonly [connectionId: string, region: string]) =>
    `watched:${connectionId}:${region}`,
  version: 1,
  schema: z.object({
    checkedAt: z.number(),
    polledAt: z.number().exactOptional(),
    /** When runs were last wanted. */
    settingsChangedAt: z.number().exactOptional(),
  }),
  migrations: [],
  unreadable: { as: { checkedAt: 0 } },
  means: {
    absent: 'Nothing there is in automatic mode: the Region is not polled.',
    unreadable: 'It may be: the next poll finds out, and replaces the record.',
  },
});

type Watched = z.infer<(typeof watchedRegionRecord)['schema']>;

const DAY_MS = 24 * 3600 * 1000;

export function createWatchedRegions(kvs: KeyValues, log?: RecordLog): WatchedRegions {
  const record = openRecord(watchedRegionRecord, kvs, log);
  const read = (connectionId: string, region: string) => record.read([connectionId, region]);

  async function change(connectionId: string, region: string, part: Partial<Watched>): Promise<void> {
    const reading = await record.inspect([connectionId, region]);
    await record.replace(reading, { checkedAt: 0, ...record.valueOf(reading), ...part });
  }

  const checked = (connectionId: string, region: string, checkedAt: number) =>
    change(connectionId, region, { checkedAt });
  return {
    watch: (connectionId, region) => checked(connectionId, region, 0),
    isWatched: async (connectionId, region) => (await read(connectionId, region)) !== undefined,
    isDue: async (connectionId, region, now) =>
      now - ((await read(connectionId, region))?.checkedAt ?? 0) > DAY_MS,
    checked,
    polled: (connectionId, region, polledAt) => change(connectionId, region, { polledAt }),
    polledAt: async (connectionId, region) => (await read(connectionId, region))?.polledAt,
    async wantRuns(connectionId, region, now) {
      const reading = await record.inspect([connectionId, region]);
      const watched = record.valueOf(reading);
      if (watched) await record.replace(reading, { ...watched, settingsChangedAt: now });
    },
    runsWantedAt: async (connectionId, region) => (await read(connectionId, region))?.settingsChangedAt,
    unwatch: (connectionId, region) => kvs.delete(watchedRegionRecord.key([connectionId, region])),
  };
}
