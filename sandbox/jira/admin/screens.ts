import type { IssueType, Level } from '../model/issue-type';
import type { ScreenField } from '../model/project';

/** The fields of an issue type's screen. Jira wants a reporter too, and fills in the creator. */
export function screenFor(type: IssueType, priorityLevels: readonly Level[]): ScreenField[] {
  const required = ['summary', 'issuetype', 'project', 'reporter'];
  const optional = ['description', 'labels', 'assignee', 'duedate'];
  const parent: ScreenField[] =
    type.hierarchyLevel === 1 ? [] : [{ fieldId: 'parent', required: type.hierarchyLevel < 0 }];
  const priority: ScreenField[] = priorityLevels.includes(type.hierarchyLevel)
    ? [{ fieldId: 'priority', required: false }]
    : [];
  return [
    ...required.map((fieldId) => ({ fieldId, required: true })),
    ...parent,
    ...optional.map((fieldId) => ({ fieldId, required: false })),
    ...priority,
  ];
}
