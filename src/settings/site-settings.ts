/** Settings of the whole site, for Jira admins. */
import type { KeyValues } from '../key-values';
import { changeRecord } from '../storage/change-record';
import type { OrderedChanges } from '../storage/in-order';
import { openRecord } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { DEFAULT_SITE_SETTINGS, type SiteSettings } from './model';
import { replacedBy, type Replaced } from './replaced';
import { siteSettingsRecord } from './stored';

export interface SiteSettingsStore {
  /** The settings, or the defaults. @throws RecordError */
  load(): Promise<SiteSettings>;
  /**
   * Also over settings that cannot be read, but not over those of a newer version. In turn with others who save them:
   * each is answered the very settings that it replaced.
   *
   * @throws NewerRecord, StorageUnavailable
   */
  save(settings: SiteSettings): Promise<Replaced<SiteSettings>>;
}

export function createSiteSettingsStore(
  kvs: KeyValues,
  changes: OrderedChanges,
  log?: RecordLog,
): SiteSettingsStore {
  const record = openRecord(siteSettingsRecord, kvs, log);
  return {
    load: async () => (await record.read()) ?? DEFAULT_SITE_SETTINGS,
    async save(settings) {
      const options = { storage: kvs, changes, log };
      const reading = await changeRecord(siteSettingsRecord, undefined, () => settings, options);
      return replacedBy(reading, DEFAULT_SITE_SETTINGS);
    },
  };
}
