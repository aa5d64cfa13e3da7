import { mayInProject } from '../access/access';
import { readFields } from '../fields/read-fields';
import { type FieldScope, cannotBeSet } from '../fields/reading';
import { isEmpty, requiredField } from '../fields/required';
import type { Issue, IssuePatch } from '../model/issue';
import { type ErrorCollection, Refusal, mergeErrors, refusal } from '../refusal';
import type { Site } from '../site';
import { referenced } from '../tables';
import type { IssueInput } from './issue-input';
import { readProperties } from './properties';
import { updateIssue } from './write-issue';

/**
 * Changes fields and properties of an issue; never its status, a `transition` in the input is ignored.
 *
 * @throws Refusal 400 with every complaint: without the permission to edit, Jira finds no field on the
 * screen.
 */
export function editIssue(site: Site, accountId: string | undefined, issue: Issue, input: IssueInput): Issue {
  const project = referenced(site.tables.projects, issue.projectId);
  const issueType = referenced(site.tables.issueTypes, issue.issueTypeId);
  if (accountId === undefined || !mayInProject(site.tables, accountId, 'EDIT_ISSUES', project)) {
    throw notEditable(input);
  }
  const scope: FieldScope = { site, project, issueType, accountId, current: issue };
  const screen = (project.screens[issueType.id] ?? []).filter((field) => field.fieldId !== 'project');
  const read = readFields(input, new Set(screen.map((field) => field.fieldId)), scope);
  const emptied = screen
    .filter((field) => field.required && isEmpty(read.patch, field.fieldId))
    .map((field) => requiredField(site.tables, field.fieldId));
  const { properties, problems } = readProperties(input.properties);
  const problem = mergeErrors([...read.problems, ...emptied, ...problems]);
  if (problem !== undefined) throw new Refusal(400, problem);
  return updateIssue(site, accountId, issue, patched(issue, read.patch, properties));
}

function patched(issue: Issue, patch: IssuePatch, properties: Record<string, unknown>): Issue {
  return {
    ...issue,
    ...patch,
    custom: { ...issue.custom, ...patch.custom },
    properties: { ...issue.properties, ...properties },
  };
}

function notEditable(input: IssueInput): Refusal {
  const fields = [...Object.keys(input.fields ?? {}), ...Object.keys(input.update ?? {})];
  const problem: ErrorCollection | undefined = mergeErrors(fields.map(cannotBeSet));
  if (problem !== undefined) return new Refusal(400, problem);
  return refusal(403, 'You do not have permission to edit issues in this project.');
}
