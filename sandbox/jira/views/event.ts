/** The parts of an event's payload, which knows less of an issue than the REST API. */
import type { HistoryItem } from '../model/history';
import type { Issue } from '../model/issue';
import type { Site } from '../site';
import { referenced } from '../tables';
import { fieldsBean } from './issue-fields';
import { statusBean } from './status';

/** All that the documentation's type reference lists: no labels, parent, description or entity properties. */
const FIELDS: ReadonlySet<string> = new Set([
  'summary',
  'issuetype',
  'created',
  'project',
  'updated',
  'status',
]);

export function eventIssue(site: Site, issue: Issue): object {
  const { id, key, creator, reporter, assignee } = issue;
  const fields = {
    ...fieldsBean(site, issue, { viewer: undefined, wanted: (field) => FIELDS.has(field) }),
    creator: creator === undefined ? null : personBean(creator),
    reporter: personBean(reporter),
    assignee: assignee === undefined ? null : personBean(assignee),
  };
  return { id, key, fields };
}

/** People are account ids alone. */
export function personBean(accountId: string): object {
  return { accountId };
}

/** Who was assigned before and after, where that changed. */
export function changedPeople(items: readonly HistoryItem[]): string[] {
  const { from, to } = items.find(({ field }) => field === 'assignee') ?? {};
  return [from, to].filter((accountId) => accountId !== undefined);
}

/** Where the status changed, the previous one and the current one; that they come in this order is unverified (J22). */
export function changedStatuses(site: Site, items: readonly HistoryItem[]): object {
  const { from, to } = items.find(({ field }) => field === 'status') ?? {};
  if (from === undefined || to === undefined) return {};
  return {
    associatedStatuses: [from, to].map((id) => statusBean(site, referenced(site.tables.statuses, id))),
  };
}
