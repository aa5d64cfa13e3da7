/** Which Regions of which connections have, or may have, workloads in automatic mode: only these are polled. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';

export interface WatchedPlaces {
  /** From now on, until `unwatch`. */
  watch(connectionId: string, region: string): Promise<void>;
  isWatched(connectionId: string, region: string): Promise<boolean>;
  /** Whether nobody has found out for a day that something there is in automatic mode. */
  isDue(connectionId: string, region: string, now: number): Promise<boolean>;
  checked(connectionId: string, region: string, now: number): Promise<void>;
  unwatch(connectionId: string, region: string): Promise<void>;
}

const schema = z.object({ checkedAt: z.number() }).optional();
const DAY_MS = 24 * 3600 * 1000;

export function createWatchedPlaces(kvs: KeyValues): WatchedPlaces {
  const key = (connectionId: string, region: string) => `watched:${connectionId}:${region}`;
  const read = async (connectionId: string, region: string) =>
    schema.parse(await kvs.get(key(connectionId, region)));
  const checked = (connectionId: string, region: string, checkedAt: number) =>
    kvs.set(key(connectionId, region), { checkedAt });
  return {
    watch: (connectionId, region) => checked(connectionId, region, 0),
    isWatched: async (connectionId, region) => (await read(connectionId, region)) !== undefined,
    isDue: async (connectionId, region, now) =>
      now - ((await read(connectionId, region))?.checkedAt ?? 0) > DAY_MS,
    checked,
    unwatch: (connectionId, region) => kvs.delete(key(connectionId, region)),
  };
}
