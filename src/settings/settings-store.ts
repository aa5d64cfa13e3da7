/** Settings of each linked workload, in Forge storage. */
import type { KeyValues } from '../key-values';
import { hash } from '../plan/hash';
import { DEFAULT_SETTINGS, type LinkSettings } from './model';
import { settingsSchema } from './schema';

export interface SettingsStore {
  /** The link's settings, or the defaults. */
  load(workloadArn: string): Promise<LinkSettings>;
  save(workloadArn: string, settings: LinkSettings): Promise<void>;
}

export function createSettingsStore(kvs: KeyValues): SettingsStore {
  const key = (workloadArn: string) => `settings:${hash(workloadArn)}`;
  return {
    async load(workloadArn) {
      const value = await kvs.get(key(workloadArn));
      return value === undefined ? DEFAULT_SETTINGS : settingsSchema.parse(value);
    },
    save: (workloadArn, settings) => kvs.set(key(workloadArn), settings),
  };
}
