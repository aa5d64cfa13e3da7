import type { DoneStatuses } from '../../src/jira/jira';
import type { Level, OurIssue } from '../../src/jira/model';
import type { Board, StoredIssue } from './board';

/** By id of the issue type, which is the level for the types that profiles name. */
export type TypesDone = Record<Level, readonly OurIssue['status'][]> &
  Record<string, readonly OurIssue['status'][]>;

/** As Jira tells them: without their category. */
export function doneIn(types: TypesDone): DoneStatuses {
  const named = (statuses: readonly OurIssue['status'][]) => statuses.map(({ id, name }) => ({ id, name }));
  return new Map(Object.entries(types).map(([id, all]) => [id, { name: id, statuses: named(all) }]));
}

/** By the type that the issue has. */
export function doneOf(
  types: TypesDone,
  { issueTypes }: Board,
  { id, level }: StoredIssue,
): readonly OurIssue['status'][] {
  return types[issueTypes.get(id) ?? level] ?? [];
}

/** Those of the types that issues of the project have. */
export function usedBy(
  issues: readonly OurIssue[],
  projectId: string,
  typeIds: readonly string[],
): ReadonlySet<string> {
  const used = new Set(issues.flatMap((issue) => (issue.projectId === projectId ? issue.issueType.id : [])));
  return new Set(typeIds.filter((id) => used.has(id)));
}
