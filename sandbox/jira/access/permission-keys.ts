/**
 * Jira's built-in permissions with their documented keys.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#built-in-permissions
 */
export interface PermissionKey {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

const GLOBAL =
  'ADMINISTER,SYSTEM_ADMIN,USER_PICKER,CREATE_SHARED_OBJECTS,MANAGE_GROUP_FILTER_SUBSCRIPTIONS,BULK_CHANGE,CREATE_PROJECT';

const PROJECT =
  'ADMINISTER_PROJECTS,BROWSE_PROJECTS,EDIT_WORKFLOW,EDIT_ISSUE_LAYOUT,MANAGE_SPRINTS_PERMISSION,SERVICEDESK_AGENT,' +
  'VIEW_DEV_TOOLS,VIEW_READONLY_WORKFLOW,VIEW_AGGREGATED_DATA,' +
  'ASSIGNABLE_USER,ASSIGN_ISSUES,CLOSE_ISSUES,CREATE_ISSUES,DELETE_ISSUES,EDIT_ISSUES,LINK_ISSUES,MODIFY_REPORTER,' +
  'MOVE_ISSUES,RESOLVE_ISSUES,SCHEDULE_ISSUES,SET_ISSUE_SECURITY,TRANSITION_ISSUES,UNARCHIVE_ISSUES,ARCHIVE_ISSUES,' +
  'MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS,' +
  'ADD_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,' +
  'CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,' +
  'DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,WORK_ON_ISSUES';

export const PERMISSIONS: ReadonlyMap<string, PermissionKey> = new Map(
  [...keysOf(GLOBAL, 'GLOBAL', 0), ...keysOf(PROJECT, 'PROJECT', 10)].map((entry) => [entry.key, entry]),
);

function keysOf(list: string, type: PermissionKey['type'], firstId: number): PermissionKey[] {
  return list
    .split(',')
    .map((key, index) => ({ id: String(firstId + index), key, name: displayName(key), type }));
}

/** `BROWSE_PROJECTS` is shown as `Browse Projects`. */
function displayName(key: string): string {
  const words = key.toLowerCase().split('_');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
