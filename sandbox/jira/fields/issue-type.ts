import type { IssueType } from '../model/issue-type';
import type { Project } from '../model/project';
import type { Tables } from '../tables';
import { type FieldScope, type Reading, accept, reject, textAt } from './reading';

/** The project's type that a request names by id or by name. */
export function issueTypeOf(tables: Tables, project: Project, value: unknown): IssueType | undefined {
  const id = textAt(value, 'id');
  const name = textAt(value, 'name');
  return project.issueTypeIds
    .map((candidate) => tables.issueTypes.get(candidate))
    .find((type) => (id === undefined ? type?.name === name : type?.id === id));
}

/** Another type of the same project and level; more than that takes a move. */
export function readIssueType(value: unknown, scope: FieldScope): Reading {
  const type = issueTypeOf(scope.site.tables, scope.project, value);
  if (type?.hierarchyLevel !== scope.issueType.hierarchyLevel) {
    return reject('issuetype', 'The issue type selected is invalid.');
  }
  return accept({ issueTypeId: type.id });
}
