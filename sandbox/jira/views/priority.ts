import type { Priority, Resolution } from '../model/priority';
import { type Site, selfUrl } from '../site';

/** A priority as it stands on an issue. */
export function priorityBean(site: Site, priority: Priority): Record<string, unknown> {
  return {
    self: selfUrl(site, `priority/${priority.id}`),
    iconUrl: `${site.baseUrl}/images/icons/priorities/${priority.name.toLowerCase()}_new.svg`,
    name: priority.name,
    id: priority.id,
  };
}

/** The document's Priority, as the lists of priorities give it. */
export function priorityDetails(site: Site, priority: Priority): Record<string, unknown> {
  const { statusColor, description, isDefault } = priority;
  return { ...priorityBean(site, priority), statusColor, description, isDefault };
}

/** The document's Resolution. */
export function resolutionBean(site: Site, resolution: Resolution): Record<string, unknown> {
  return {
    self: selfUrl(site, `resolution/${resolution.id}`),
    id: resolution.id,
    description: resolution.description,
    name: resolution.name,
  };
}
