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

type Mode = Pick<EffectiveSettings, 'issueManagementStatus' | 'issueManagementType'>;

/** Whether nobody has to start a run. */
export function isAutomatic(settings: Mode): boolean {
  return startedBy(settings) === 'automatic';
}

/** What starts runs: the app itself too, people alone, or nobody. */
export function startedBy({ issueManagementStatus, issueManagementType }: Mode): Started {
  if (issueManagementStatus !== 'ENABLED') return 'off';
  return issueManagementType === 'AUTO' ? 'automatic' : 'manual';
}

export type Started = 'automatic' | 'manual' | 'off';
