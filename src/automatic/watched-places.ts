/** Which Regions of which connections have, or may have, workloads in automatic mode: only these are polled. */
import type { KeyValues } from '../key-values';

export interface WatchedPlaces {
  watch(connectionId: string, region: string): Promise<void>;
  isWatched(connectionId: string, region: string): Promise<boolean>;
  unwatch(connectionId: string, region: string): Promise<void>;
}

export function createWatchedPlaces(kvs: KeyValues): WatchedPlaces {
  const key = (connectionId: string, region: string) => `watched:${connectionId}:${region}`;
  return {
    watch: (connectionId, region) => kvs.set(key(connectionId, region), true),
    isWatched: async (connectionId, region) => (await kvs.get(key(connectionId, region))) === true,
    unwatch: (connectionId, region) => kvs.delete(key(connectionId, region)),
  };
}
