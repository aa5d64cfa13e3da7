import type { EffectiveSettings, LinkSettings, SiteSettings } from './model';

/** What holds for a link: each setting is its own where it has one, and the site's where it has none. */
export function effectiveSettings(site: SiteSettings, link: LinkSettings): EffectiveSettings {
  const { projectConnections, ...shared } = site;
  const { issueManagementStatus: status, ...own } = link;
  if (status === 'INHERIT') {
    const { issueManagementStatus, issueManagementType } = site;
    return { ...shared, ...own, issueManagementStatus, issueManagementType };
  }
  const { issueManagementType = 'MANUAL' } = own;
  return { ...shared, ...own, issueManagementStatus: status, issueManagementType };
}

/** Whether nobody has to start a run. */
export function isAutomatic({
  issueManagementStatus,
  issueManagementType,
}: Pick<EffectiveSettings, 'issueManagementStatus' | 'issueManagementType'>): boolean {
  return issueManagementStatus === 'ENABLED' && issueManagementType === 'AUTO';
}
