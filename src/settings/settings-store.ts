/**
 * Settings of each link of a workload to a project, in Forge storage. The project is part of the key: who
 * administers one project cannot reach what holds in another.
 */
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { DEFAULT_LINK_SETTINGS, type LinkSettings } from './model';
import { linkSettingsRecord } from './stored';

export interface SettingsStore {
  /** The link's settings, or the defaults. @throws RecordError */
  load(projectId: string, workloadArn: string): Promise<LinkSettings>;
  /**
   * Also over settings that cannot be read, but not over those of a newer version.
   *
   * @throws NewerRecord
   */
  save(projectId: string, workloadArn: string, settings: LinkSettings): Promise<void>;
}

export function createSettingsStore(kvs: KeyValues, log?: RecordLog): SettingsStore {
  const record = openRecord(linkSettingsRecord, kvs, log);
  return {
    load: async (projectId, workloadArn) =>
      (await record.read([projectId, workloadArn])) ?? DEFAULT_LINK_SETTINGS,
    save: (projectId, workloadArn, settings) => record.write(settings, [projectId, workloadArn]),
  };
}
