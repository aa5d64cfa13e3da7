import { whenAll } from '../in-flight';
import { effectiveSettings } from '../settings/effective';
import type { EffectiveSettings } from '../settings/model';
import type { SettingsStore } from '../settings/settings-store';
import type { SiteSettingsStore } from '../settings/site-settings';
import type { LinkedWorkload } from './model';

export interface LinkSettingsPorts {
  readonly settings: Pick<SettingsStore, 'load'>;
  readonly siteSettings: Pick<SiteSettingsStore, 'load'>;
}

/** What holds for a link now. */
export async function settingsOf(
  { projectId, workloadArn }: Pick<LinkedWorkload, 'projectId' | 'workloadArn'>,
  { settings, siteSettings }: LinkSettingsPorts,
): Promise<EffectiveSettings> {
  const [site, link] = await whenAll([siteSettings.load(), settings.load(projectId, workloadArn)]);
  return effectiveSettings(site, link);
}
