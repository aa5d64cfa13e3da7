/**
 * Settings of each link of a workload to a project, in Forge storage. The project is part of the key: who
 * administers one project cannot reach what holds in another.
 */
import type { KeyValues } from '../key-values';
import { changeRecord } from '../storage/change-record';
import type { OrderedChanges } from '../storage/in-order';
import { openRecord } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { DEFAULT_LINK_SETTINGS, type LinkSettings } from './model';
import { replacedBy, type Replaced } from './replaced';
import { linkSettingsRecord } from './stored';

export interface SettingsStore {
  /** The link's settings, or the defaults. @throws RecordError */
  load(projectId: string, workloadArn: string): Promise<LinkSettings>;
  /**
   * Also over settings that cannot be read, but not over those of a newer version. In turn with others who save them:
   * each is answered the very settings that it replaced.
   *
   * @throws NewerRecord, StorageUnavailable
   */
  save(projectId: string, workloadArn: string, settings: LinkSettings): Promise<Replaced<LinkSettings>>;
}

export function createSettingsStore(kvs: KeyValues, changes: OrderedChanges, log?: RecordLog): SettingsStore {
  const record = openRecord(linkSettingsRecord, kvs, log);
  return {
    load: async (projectId, workloadArn) =>
      (await record.read([projectId, workloadArn])) ?? DEFAULT_LINK_SETTINGS,
    async save(projectId, workloadArn, settings) {
      const options = { storage: kvs, changes, log };
      const reading = await changeRecord(
        linkSettingsRecord,
        [projectId, workloadArn],
        () => settings,
        options,
      );
      return replacedBy(reading, DEFAULT_LINK_SETTINGS);
    },
  };
}
