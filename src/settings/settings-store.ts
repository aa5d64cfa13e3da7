/**
 * Settings of each link of a workload to a project, in Forge storage. The project is part of the key: who
 * administers one project cannot reach what holds in another.
 */
import type { KeyValues } from '../key-values';
import { hash } from '../plan/hash';
import { DEFAULT_SETTINGS, type LinkSettings } from './model';
import { settingsSchema } from './schema';

export interface SettingsStore {
  /** The link's settings, or the defaults. */
  load(projectKey: string, workloadArn: string): Promise<LinkSettings>;
  save(projectKey: string, workloadArn: string, settings: LinkSettings): Promise<void>;
}

export function createSettingsStore(kvs: KeyValues): SettingsStore {
  const key = (projectKey: string, workloadArn: string) => `settings:${projectKey}:${hash(workloadArn)}`;
  return {
    async load(projectKey, workloadArn) {
      const value = await kvs.get(key(projectKey, workloadArn));
      return value === undefined ? DEFAULT_SETTINGS : settingsSchema.parse(value);
    },
    save: (projectKey, workloadArn, settings) => kvs.set(key(projectKey, workloadArn), settings),
  };
}
