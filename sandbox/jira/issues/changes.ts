/** The history of an issue: what each edit changed, in the words of Jira's changelog. */
import type { HistoryItem } from '../model/history';
import type { Issue } from '../model/issue';
import { plainText } from '../search/jql-issue';
import { referenced, type Tables } from '../tables';

interface Fact {
  /** What Jira stores: an id, or nothing for texts. */
  readonly raw?: string | undefined;
  readonly text?: string | undefined;
}

interface Tracked {
  /** Jira's name in the history, which is not always the field's id. */
  readonly field: string;
  readonly fieldId: string;
  readonly read: (issue: Issue, tables: Tables) => Fact;
}

const TRACKED: readonly Tracked[] = [
  { field: 'Key', fieldId: '', read: (issue) => ({ text: issue.key }) },
  {
    field: 'project',
    fieldId: 'project',
    read: (issue, tables) => named(issue.projectId, tables.projects),
  },
  {
    field: 'issuetype',
    fieldId: 'issuetype',
    read: (issue, tables) => named(issue.issueTypeId, tables.issueTypes),
  },
  { field: 'summary', fieldId: 'summary', read: (issue) => ({ text: issue.summary }) },
  { field: 'labels', fieldId: 'labels', read: (issue) => ({ text: issue.labels.join(' ') }) },
  { field: 'duedate', fieldId: 'duedate', read: (issue) => ({ raw: issue.dueDate, text: issue.dueDate }) },
  { field: 'status', fieldId: 'status', read: (issue, tables) => named(issue.statusId, tables.statuses) },
  {
    field: 'resolution',
    fieldId: 'resolution',
    read: (issue, tables) => named(issue.resolutionId, tables.resolutions),
  },
  {
    field: 'priority',
    fieldId: 'priority',
    read: (issue, tables) => named(issue.priorityId, tables.priorities),
  },
  { field: 'assignee', fieldId: 'assignee', read: (issue, tables) => person(issue.assignee, tables) },
  { field: 'reporter', fieldId: 'reporter', read: (issue, tables) => person(issue.reporter, tables) },
];

/** What differs between two states of an issue; entity properties have no history. */
export function changesBetween(tables: Tables, before: Issue, after: Issue): HistoryItem[] {
  const tracked = TRACKED.flatMap(({ field, fieldId, read }) =>
    difference(field, fieldId, read(before, tables), read(after, tables)),
  );
  return [
    ...tracked,
    ...parentChange(tables, before, after),
    ...descriptionChange(before, after),
    ...customChanges(tables, before, after),
  ];
}

function difference(field: string, fieldId: string, before: Fact, after: Fact): HistoryItem[] {
  if (before.raw === after.raw && before.text === after.text) return [];
  return [{ field, fieldId, from: before.raw, fromText: before.text, to: after.raw, toText: after.text }];
}

/** A Sub-task has a "Parent Issue", as exported histories show; others have an association (unverified, J5). */
function parentChange(tables: Tables, before: Issue, after: Issue): HistoryItem[] {
  const isSubtask = referenced(tables.issueTypes, after.issueTypeId).hierarchyLevel < 0;
  const field = isSubtask ? 'Parent Issue' : 'IssueParentAssociation';
  return difference(field, 'parent', parentOf(before, tables), parentOf(after, tables));
}

function descriptionChange(before: Issue, after: Issue): HistoryItem[] {
  if (JSON.stringify(before.description) === JSON.stringify(after.description)) return [];
  const [fromText, toText] = [plainText(before.description), plainText(after.description)];
  return [{ field: 'description', fieldId: 'description', fromText, toText }];
}

function customChanges(tables: Tables, before: Issue, after: Issue): HistoryItem[] {
  const ids = new Set([...Object.keys(before.custom), ...Object.keys(after.custom)]);
  return [...ids].flatMap((id) => {
    const name = tables.customFields.get(id)?.name ?? id;
    return difference(name, id, { text: shown(before.custom[id]) }, { text: shown(after.custom[id]) });
  });
}

function shown(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function named(id: string | undefined, rows: { get(id: string): { name: string } | undefined }): Fact {
  return id === undefined ? {} : { raw: id, text: rows.get(id)?.name };
}

function person(accountId: string | undefined, tables: Tables): Fact {
  return accountId === undefined ? {} : { raw: accountId, text: tables.users.get(accountId)?.displayName };
}

function parentOf(issue: Issue, tables: Tables): Fact {
  if (issue.parentId === undefined) return {};
  return { raw: issue.parentId, text: tables.issues.get(issue.parentId)?.key };
}
