import type { EffectiveSettings, LinkSettings, SiteSettings } from './model';
import type { Row } from './row';
import { SETTINGS } from './table';

/** What holds for a link: each setting is its own where it has one, and the site's where it has none. */
export function effectiveSettings(site: SiteSettings, link: LinkSettings): EffectiveSettings {
  const { issueManagementStatus: status, ...own } = link;
  const shared = sharedOf(site);
  if (status === 'INHERIT') {
    const { issueManagementType } = site;
    return { ...shared, ...own, issueManagementType };
  }
  const { issueManagementType = 'MANUAL' } = own;
  return { ...shared, ...own, issueManagementStatus: status, issueManagementType };
}

/** The site's settings without those that are the site's alone. */
function sharedOf(site: SiteSettings): Pick<SiteSettings, keyof SiteSettings & keyof LinkSettings> {
  const rows: Readonly<Record<string, Row>> = SETTINGS;
  const shared = Object.entries(site).filter(([name]) => rows[name]?.link !== undefined);
  return Object.fromEntries(shared) as unknown as SiteSettings;
}

/** Whether nobody has to start a run. */
export function isAutomatic({
  issueManagementStatus,
  issueManagementType,
}: Pick<EffectiveSettings, 'issueManagementStatus' | 'issueManagementType'>): boolean {
  return issueManagementStatus === 'ENABLED' && issueManagementType === 'AUTO';
}
