import type { JqlIssue } from '../jql/types';
import type { Issue } from '../model/issue';
import { type Tables, referenced } from '../tables';

/** An issue as the index stores it: names and plain text as of now. */
export function jqlIssueOf(tables: Tables, issue: Issue): JqlIssue {
  const project = referenced(tables.projects, issue.projectId);
  const issueType = referenced(tables.issueTypes, issue.issueTypeId);
  const status = referenced(tables.statuses, issue.statusId);
  return {
    id: issue.id,
    key: issue.key,
    projectKey: project.key,
    projectId: project.id,
    issueTypeName: issueType.name,
    issueTypeId: issueType.id,
    level: issueType.hierarchyLevel,
    statusName: status.name,
    statusId: status.id,
    statusCategory: status.category,
    statusCategoryChanged: issue.statusCategoryChanged,
    labels: issue.labels,
    summary: issue.summary,
    text: plainText(issue.description),
    parentId: issue.parentId,
    parentKey: issue.parentId === undefined ? undefined : tables.issues.get(issue.parentId)?.key,
    ...priorityOf(tables, issue.priorityId),
    assignee: issue.assignee,
    reporter: issue.reporter,
    creator: issue.creator,
    dueDate: issue.dueDate,
    created: issue.created,
    updated: issue.updated,
    resolution:
      issue.resolutionId === undefined ? undefined : tables.resolutions.get(issue.resolutionId)?.name,
    properties: issue.properties,
  };
}

function priorityOf(
  tables: Tables,
  id: string | undefined,
): Pick<JqlIssue, 'priorityId' | 'priorityName' | 'priorityRank'> {
  if (id === undefined) return {};
  const ranked = [...tables.priorities.values()];
  return {
    priorityId: id,
    priorityName: tables.priorities.get(id)?.name,
    priorityRank: ranked.findIndex((priority) => priority.id === id),
  };
}

/** The words of an ADF document, blocks separated by a line feed. */
export function plainText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text, content } = node as { text?: unknown; content?: unknown };
  if (typeof text === 'string') return text;
  if (!Array.isArray(content)) return '';
  const parts = content.map(plainText);
  const inline = content.some((child) => (child as { type?: unknown }).type === 'text');
  return parts.join(inline ? '' : '\n');
}
