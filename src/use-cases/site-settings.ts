/** Settings of the site, for Jira admins. */
import { changedMembers } from '../audit/changed-values';
import { because as tell } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import { settingsChanged, watchEverything, type WatchEverythingPorts } from '../automatic/switch-on';
import type { Contract, SiteSettings } from '../contract';
import { isAutomatic } from '../settings/effective';
import { DEFAULT_SITE_SETTINGS } from '../settings/model';
import type { SiteSettingsStore } from '../settings/site-settings';
import { orIfUnreadable } from '../storage/problems';
import type { Caller } from './caller';

/** The defaults where the settings cannot be read. @throws NewerRecord: those must not be saved over. */
export async function loadSiteSettings(
  _: unknown,
  __: Caller,
  { siteSettings }: { readonly siteSettings: Pick<SiteSettingsStore, 'load'> },
): Promise<Contract['siteSettings.get']['result']> {
  const { value, unreadable } = await orIfUnreadable(siteSettings.load(), DEFAULT_SITE_SETTINGS);
  return { settings: value, ...(unreadable ? { unreadable } : {}) };
}

export interface SaveSiteSettingsPorts extends WatchEverythingPorts, AuditPorts {
  readonly siteSettings: SiteSettingsStore;
}

/** Also over settings that cannot be read. The audit log is told the very settings that these replaced. @throws NewerRecord */
export async function saveSiteSettings(
  { settings: after }: { readonly settings: SiteSettings },
  { accountId }: Caller,
  ports: SaveSiteSettingsPorts,
): Promise<SiteSettings> {
  const { before, unreadable } = await ports.siteSettings.save(after);
  if (isAutomatic(after)) await watchEverything(ports);
  const lines = changedMembers(before, after);
  if (unreadable || lines.length > 0) {
    await settingsChanged(ports);
    const target = tell('target-site-settings');
    const change = unreadable ? tell('settings-not-read') : tell('values-changed', { count: lines.length });
    await record(accountId, { action: 'site-settings.changed', target, change, lines }, ports);
  }
  return after;
}
