import { maySeeIssue } from '../access/access';
import type { Comment, Issue } from '../model/issue';
import { subtasksOf } from '../issues/subtasks';
import { type Site, selfUrl } from '../site';
import { type Tables, referenced } from '../tables';
import type { Table } from '../../store/store';
import { jiraTime } from './dates';
import { kindOfField, type NamedOption } from '../fields/kinds';
import type { FieldOption } from '../model/custom-field';
import { issueTypeBean } from './issue-type';
import { optionBean } from './option';
import { priorityBean, resolutionBean } from './priority';
import { projectBean } from './project';
import { statusBean } from './status';
import { userBean } from './user';

/** Which fields are read, and by whom: a parent and Sub-tasks that the viewer may not see are left out (unverified, J21). */
export interface FieldsView {
  readonly viewer: string | undefined;
  readonly wanted: (fieldId: string) => boolean;
}

type FieldView = (issue: Issue, site: Site, viewer: string | undefined) => unknown;

/** How each field reads back. An absent field (parent) is left out, an empty one is null. */
const VIEWS: ReadonlyMap<string, FieldView> = new Map<string, FieldView>([
  ['statuscategorychangedate', (issue) => jiraTime(issue.statusCategoryChanged)],
  ['issuetype', (issue, site) => issueTypeBean(site, referenced(site.tables.issueTypes, issue.issueTypeId))],
  ['parent', parentBean],
  ['project', (issue, site) => projectBean(site, referenced(site.tables.projects, issue.projectId))],
  [
    'resolution',
    (issue, site) => optional(site.tables.resolutions, issue.resolutionId, site, resolutionBean),
  ],
  ['resolutiondate', (issue) => (issue.resolved === undefined ? null : jiraTime(issue.resolved))],
  ['created', (issue) => jiraTime(issue.created)],
  ['priority', (issue, site) => optional(site.tables.priorities, issue.priorityId, site, priorityBean)],
  ['labels', (issue) => issue.labels],
  ['assignee', (issue, site) => (issue.assignee === undefined ? null : userBean(site, issue.assignee))],
  ['updated', (issue) => jiraTime(issue.updated)],
  ['status', (issue, site) => statusBean(site, referenced(site.tables.statuses, issue.statusId))],
  ['description', (issue) => issue.description ?? null],
  ['summary', (issue) => issue.summary],
  ['creator', (issue, site) => (issue.creator === undefined ? null : userBean(site, issue.creator))],
  [
    'subtasks',
    (issue, site, viewer) => {
      const seen = subtasksOf(site, issue).filter((subtask) => maySeeIssue(site.tables, viewer, subtask));
      return seen.map((subtask) => relatedBean(subtask, site, viewer));
    },
  ],
  ['reporter', (issue, site) => userBean(site, issue.reporter)],
  ['issuelinks', () => []],
  ['attachment', () => []],
  ['worklog', () => ({ startAt: 0, maxResults: 20, total: 0, worklogs: [] })],
  ['comment', ({ comments = [] }, site) => commentsBean(comments, site)],
  ['duedate', (issue) => issue.dueDate ?? null],
]);

/** The document's PageOfComments. */
function commentsBean(comments: readonly Comment[], site: Site): unknown {
  const shown = comments.map(({ author, text }) => ({ author: userBean(site, author), body: text }));
  return { startAt: 0, maxResults: shown.length, total: shown.length, comments: shown };
}

/** Fields of an issue under their ids, those that `wanted` accepts. */
export function fieldsBean(
  site: Site,
  issue: Issue,
  { viewer, wanted }: FieldsView,
): Record<string, unknown> {
  const bean: Record<string, unknown> = {};
  for (const [id, view] of VIEWS) {
    if (!wanted(id)) continue;
    const value = view(issue, site, viewer);
    if (value !== undefined) bean[id] = value;
  }
  for (const id of customFieldsOf(site.tables, issue)) {
    if (wanted(id)) bean[id] = customValue(site, id, issue.custom[id]);
  }
  return bean;
}

function parentBean(issue: Issue, site: Site, viewer: string | undefined): unknown {
  const parent = issue.parentId === undefined ? undefined : site.issues.get(issue.parentId);
  if (parent === undefined || !maySeeIssue(site.tables, viewer, parent)) return undefined;
  return relatedBean(parent, site, viewer);
}

/** An issue as another one refers to it. */
function relatedBean(issue: Issue, site: Site, viewer: string | undefined): Record<string, unknown> {
  const related = new Set(['summary', 'status', 'priority', 'issuetype']);
  return {
    id: issue.id,
    key: issue.key,
    self: selfUrl(site, `issue/${issue.id}`),
    fields: fieldsBean(site, issue, { viewer, wanted: (id) => related.has(id) }),
  };
}

function customFieldsOf(tables: Tables, issue: Issue): string[] {
  const screen = tables.projects.get(issue.projectId)?.screens[issue.issueTypeId] ?? [];
  return screen.map((field) => field.fieldId).filter((id) => kindOfField(tables, id) !== undefined);
}

function customValue(site: Site, id: string, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const kind = kindOfField(site.tables, id);
  switch (kind) {
    case 'user':
      return userBean(site, (value as { accountId: string }).accountId);
    case 'users':
      return (value as { accountId: string }[]).map(({ accountId }) => userBean(site, accountId));
    case 'multiselect':
    case 'checkboxes':
    case 'versions':
    case 'components':
      return (value as NamedOption[]).map((option) => optionBean(site, kind, option));
    case 'cascading':
      return cascadeBean(site, value as FieldOption & { readonly child?: FieldOption });
    case 'select':
    case 'radio':
    case 'version':
      return optionBean(site, kind, value as NamedOption);
    case 'team':
      return { id: value, name: value };
    default:
      return value;
  }
}

function cascadeBean(
  site: Site,
  { child, ...option }: FieldOption & { readonly child?: FieldOption },
): Record<string, unknown> {
  const bean = optionBean(site, 'cascading', option);
  return child === undefined ? bean : { ...bean, child: optionBean(site, 'cascading', child) };
}

function optional<T>(
  table: Table<T>,
  id: string | undefined,
  site: Site,
  view: (site: Site, row: T) => unknown,
): unknown {
  return id === undefined ? null : view(site, referenced(table, id));
}
