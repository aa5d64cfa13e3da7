/** Settings of the whole site, for Jira admins. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';

export const siteSettingsSchema = z.strictObject({
  /** Whether project admins may connect AWS accounts of their own. */
  projectConnections: z.boolean(),
});

export type SiteSettings = z.infer<typeof siteSettingsSchema>;

export const DEFAULT_SITE_SETTINGS: SiteSettings = { projectConnections: true };

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
