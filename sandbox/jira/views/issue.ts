import type { Issue } from '../model/issue';
import { type Site, selfUrl } from '../site';
import { expandedNames, expandedSchema } from './field-names';
import { changelogBean } from './history';
import { fieldsBean } from './issue-fields';

export interface IssueView {
  /** Who reads it; an anonymous reader has no account. */
  readonly viewer: string | undefined;
  readonly wanted: (fieldId: string) => boolean;
  readonly expand: ReadonlySet<string>;
  /** Keys of entity properties to show, `*all` for all of them; absent for none. */
  readonly properties: readonly string[] | undefined;
}

const EXPANDABLE = 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';

/** The document's IssueBean. */
export function issueBean(site: Site, issue: Issue, view: IssueView): Record<string, unknown> {
  return {
    expand: EXPANDABLE,
    id: issue.id,
    self: selfUrl(site, `issue/${issue.id}`),
    key: issue.key,
    ...(view.expand.has('names') ? { names: expandedNames(site.tables, view.wanted) } : {}),
    ...(view.expand.has('schema') ? { schema: expandedSchema(site.tables, view.wanted) } : {}),
    ...(view.expand.has('changelog') ? { changelog: recentHistory(site, issue) } : {}),
    fields: fieldsBean(site, issue, view),
    ...(view.properties === undefined ? {} : { properties: chosenProperties(issue, view.properties) }),
  };
}

function chosenProperties(issue: Issue, keys: readonly string[]): Record<string, unknown> {
  if (keys.includes('*all')) return issue.properties;
  return Object.fromEntries(Object.entries(issue.properties).filter(([key]) => keys.includes(key)));
}

/** The document's PageOfChangelogs: the latest 40, newest first. */
function recentHistory(site: Site, issue: Issue): Record<string, unknown> {
  const histories = (site.tables.histories.get(issue.id) ?? []).toReversed();
  const shown = histories.slice(0, 40).map((history) => changelogBean(site, history));
  return { startAt: 0, maxResults: shown.length, total: histories.length, histories: shown };
}
