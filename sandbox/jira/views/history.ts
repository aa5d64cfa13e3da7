import type { History, HistoryItem } from '../model/history';
import type { Site } from '../site';
import { jiraTime } from './dates';
import { userBean } from './user';

/** The document's Changelog. */
export function changelogBean(site: Site, history: History): Record<string, unknown> {
  return {
    id: history.id,
    author: userBean(site, history.author),
    created: jiraTime(history.created),
    items: history.items.map(itemBean),
  };
}

/** What was or is empty has null as its id and no text, as in the official example. */
export function itemBean(item: HistoryItem): Record<string, unknown> {
  return {
    field: item.field,
    fieldtype: item.fieldId.startsWith('customfield_') ? 'custom' : 'jira',
    ...(item.fieldId === '' ? {} : { fieldId: item.fieldId }),
    from: item.from ?? null,
    fromString: item.fromText ?? '',
    to: item.to ?? null,
    toString: item.toText ?? '',
  };
}
