/** Settings of the site, for Jira admins. */
import { record, type AuditPorts } from '../audit/record';
import { watchEverything, type WatchEverythingPorts } from '../automatic/switch-on';
import type { SiteSettings } from '../contract';
import { changedSettings } from '../settings/changed-settings';
import { isAutomatic } from '../settings/effective';
import { DEFAULT_SITE_SETTINGS } from '../settings/model';
import type { SiteSettingsStore } from '../settings/site-settings';
import { ifReadable } from '../storage/problems';
import type { Caller } from './caller';

export function loadSiteSettings(
  _: unknown,
  __: Caller,
  { siteSettings }: { readonly siteSettings: Pick<SiteSettingsStore, 'load'> },
): Promise<SiteSettings> {
  return siteSettings.load();
}

export interface SaveSiteSettingsPorts extends WatchEverythingPorts, AuditPorts {
  readonly siteSettings: SiteSettingsStore;
}

export async function saveSiteSettings(
  { settings: after }: { readonly settings: SiteSettings },
  { accountId }: Caller,
  ports: SaveSiteSettingsPorts,
): Promise<SiteSettings> {
  // Settings that cannot be read are saved over.
  const before = (await ifReadable(ports.siteSettings.load())) ?? DEFAULT_SITE_SETTINGS;
  await ports.siteSettings.save(after);
  if (isAutomatic(after)) await watchEverything(ports);
  const details = changedSettings(before, after);
  if (details) {
    await record(accountId, { action: 'site-settings.changed', subject: 'site settings', details }, ports);
  }
  return after;
}
