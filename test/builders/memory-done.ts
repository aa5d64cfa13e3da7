import type { DoneStatuses } from '../../src/jira/jira';
import type { Level, OurIssue } from '../../src/jira/model';

/** By id of the issue type, which is the level for the types that profiles name. */
export type TypesDone = Record<Level, readonly OurIssue['status'][]> &
  Record<string, readonly OurIssue['status'][]>;

/** As Jira tells them: without their category. */
export function doneIn(types: TypesDone): DoneStatuses {
  const named = (statuses: readonly OurIssue['status'][]) => statuses.map(({ id, name }) => ({ id, name }));
  return new Map(Object.entries(types).map(([id, all]) => [id, { name: id, statuses: named(all) }]));
}
