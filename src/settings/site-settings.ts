/** Settings of the whole site, for Jira admins. */
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { DEFAULT_SITE_SETTINGS, type SiteSettings } from './model';
import { siteSettingsRecord } from './stored';

export interface SiteSettingsStore {
  /** The settings, or the defaults. @throws RecordError */
  load(): Promise<SiteSettings>;
  /**
   * Also over settings that cannot be read, but not over those of a newer version.
   *
   * @throws NewerRecord
   */
  save(settings: SiteSettings): Promise<void>;
}

export function createSiteSettingsStore(kvs: KeyValues, log?: RecordLog): SiteSettingsStore {
  const record = openRecord(siteSettingsRecord, kvs, log);
  return {
    load: async () => (await record.read()) ?? DEFAULT_SITE_SETTINGS,
    save: (settings) => record.write(settings),
  };
}
