import { maySeeIssue } from '../access/access';
import type { Issue } from '../model/issue';
import { type ErrorCollection, fieldError } from '../refusal';
import { referenced } from '../tables';
import { type FieldScope, type Reading, accept, textAt } from './reading';

const WRONG_LEVEL = 'Given parent issue does not belong to appropriate hierarchy.';

/**
 * The issue one level above: an Epic for a Task, a Task of the same project for a Sub-task. Nothing stands
 * above an Epic. Team-managed projects have their parents in the same project throughout.
 */
export function readParent(value: unknown, scope: FieldScope): Reading {
  const idOrKey = textAt(value, 'id') ?? textAt(value, 'key');
  const parent = idOrKey === undefined ? undefined : scope.site.issues.find(idOrKey);
  if (parent === undefined || !visible(parent, scope)) {
    return { ok: false, problem: fieldError('parent', 'Could not find issue by id or key.') };
  }
  const problem = parentProblem(parent, scope);
  return problem === undefined ? accept({ parentId: parent.id }) : { ok: false, problem };
}

/** Takes an issue out of its Epic; a Sub-task cannot be without a parent. */
export function removeParent(scope: FieldScope): Reading {
  const problem = missingParent(scope);
  return problem === undefined ? accept({ parentId: undefined }) : { ok: false, problem };
}

/** The complaint about an issue without a parent, if its type needs one. */
export function missingParent(scope: FieldScope): ErrorCollection | undefined {
  if (scope.issueType.hierarchyLevel >= 0) return undefined;
  return fieldError('issuetype', 'Issue type is a sub-task but parent issue key or id not specified.');
}

function visible(parent: Issue, { site, accountId }: FieldScope): boolean {
  return maySeeIssue(site.tables, accountId, parent);
}

function parentProblem(parent: Issue, scope: FieldScope): ErrorCollection | undefined {
  const { site, project, issueType } = scope;
  const elsewhere = parent.projectId !== project.id;
  if (issueType.hierarchyLevel < 0 && elsewhere) {
    return {
      errorMessages: [],
      errors: {
        issuetype: 'The issue type selected is invalid.',
        project: 'Sub-tasks must be created in the same project as the parent.',
      },
    };
  }
  const level = referenced(site.tables.issueTypes, parent.issueTypeId).hierarchyLevel;
  const foreign = elsewhere && (project.style === 'next-gen' || styleOf(parent, scope) === 'next-gen');
  const fits = level === issueType.hierarchyLevel + 1 && !foreign && parent.id !== scope.current?.id;
  return fits ? undefined : fieldError('parentId', WRONG_LEVEL);
}

function styleOf(issue: Issue, { site }: FieldScope): string {
  return referenced(site.tables.projects, issue.projectId).style;
}
