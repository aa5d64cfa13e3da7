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

/** Jira sends null for what is absent; the document knows no null there, so it is left out. */
function itemBean(item: HistoryItem): Record<string, unknown> {
  return {
    field: item.field,
    fieldtype: item.fieldId.startsWith('customfield_') ? 'custom' : 'jira',
    ...(item.fieldId === '' ? {} : { fieldId: item.fieldId }),
    ...(item.from === undefined ? {} : { from: item.from }),
    ...(item.fromText === undefined ? {} : { fromString: item.fromText }),
    ...(item.to === undefined ? {} : { to: item.to }),
    toString: item.toText ?? '',
  };
}
