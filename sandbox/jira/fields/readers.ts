import { readCustom } from './custom';
import { readDescription } from './description';
import { readIssueType } from './issue-type';
import { readLabels } from './labels';
import { readParent, removeParent } from './parent';
import { type FieldReader, type FieldScope, type Reading } from './reading';
import { readAssignee, readDueDate, readPriority, readReporter, readResolution } from './references';
import { readSummary } from './summary';

const READERS: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ['summary', readSummary],
  ['description', readDescription],
  ['labels', readLabels],
  ['issuetype', readIssueType],
  ['priority', readPriority],
  ['parent', readParentOrNone],
  ['assignee', readAssignee],
  ['reporter', readReporter],
  ['duedate', readDueDate],
  ['resolution', readResolution],
]);

/** Reads the value that a request gives to one field. */
export function readField(id: string, value: unknown, scope: FieldScope): Reading {
  const reader = READERS.get(id);
  return reader === undefined ? readCustom(id, value, scope) : reader(value, scope);
}

/** `{none: true}` removes the parent (Edit issue, field `update.parent.set.none`). */
function readParentOrNone(value: unknown, scope: FieldScope): Reading {
  const none = typeof value === 'object' && value !== null && (value as { none?: unknown }).none === true;
  return none ? removeParent(scope) : readParent(value, scope);
}
