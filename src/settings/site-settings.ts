/** Settings of the whole site, for Jira admins. */
import type { KeyValues } from '../key-values';
import { DEFAULT_SITE_SETTINGS, type SiteSettings } from './model';
import { siteSettingsSchema } from './schema';

export interface SiteSettingsStore {
  /** The settings, or the defaults. */
  load(): Promise<SiteSettings>;
  save(settings: SiteSettings): Promise<void>;
}

export function createSiteSettingsStore(kvs: KeyValues): SiteSettingsStore {
  const KEY = 'site-settings';
  return {
    async load() {
      const value = await kvs.get(KEY);
      return value === undefined ? DEFAULT_SITE_SETTINGS : siteSettingsSchema.parse(value);
    },
    save: (settings) => kvs.set(KEY, settings),
  };
}
