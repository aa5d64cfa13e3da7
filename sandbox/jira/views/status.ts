import type { Status, StatusCategory } from '../model/status';
import { type Site, selfUrl } from '../site';
import { scopeBean } from './scope';

const CATEGORIES: Readonly<Record<StatusCategory, { id: number; colorName: string; name: string }>> = {
  new: { id: 2, colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, colorName: 'green', name: 'Done' },
};

/** The document's StatusDetails. */
export function statusBean(site: Site, status: Status): Record<string, unknown> {
  const category = CATEGORIES[status.category];
  return {
    self: selfUrl(site, `status/${status.id}`),
    description: '',
    iconUrl: `${site.baseUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: {
      self: selfUrl(site, `statuscategory/${category.id}`),
      id: category.id,
      key: status.category,
      colorName: category.colorName,
      name: category.name,
    },
    ...scopeBean(status.projectId),
  };
}
