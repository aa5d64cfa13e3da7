/**
 * Settings of each link of a workload to a project, in Forge storage. The project is part of the key: who
 * administers one project cannot reach what holds in another.
 */
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { DEFAULT_LINK_SETTINGS, type LinkSettings } from './model';
import { linkSettingsSchema } from './schema';

export interface SettingsStore {
  /** The link's settings, or the defaults. */
  load(projectId: string, workloadArn: string): Promise<LinkSettings>;
  save(projectId: string, workloadArn: string, settings: LinkSettings): Promise<void>;
}

export function createSettingsStore(kvs: KeyValues): SettingsStore {
  const key = (projectId: string, workloadArn: string) => `settings:${projectId}:${hash(workloadArn)}`;
  return {
    async load(projectId, workloadArn) {
      const value = await kvs.get(key(projectId, workloadArn));
      return value === undefined ? DEFAULT_LINK_SETTINGS : linkSettingsSchema.parse(value);
    },
    save: (projectId, workloadArn, settings) => kvs.set(key(projectId, workloadArn), settings),
  };
}
