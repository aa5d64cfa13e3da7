/** Words of what links of workloads to projects say, by code: ICU messages. */
export const linkedWorkloads = {
  'link-active': 'Linked: a sync makes and updates its work items.',
  'link-unlinked':
    'It was unlinked: it does not sync any more, and its work items stay. Link it again to go on with the same work items.',
  'link-workload-gone':
    'AWS does not know the workload any more: it was deleted, or is no longer shared with the account. It does not sync, and its work items stay. If AWS has it again, link it again.',
  'link-project-deleted':
    'The Jira space was deleted, or the app may not see it: it does not sync, and work items that are left stay. Restore the space, or let the role atlassian-addons-project-access browse it.',
  'link-project-archived':
    'The Jira space is archived: it does not sync, and its work items stay. Restore the space to go on.',
  'link-connection-deleted':
    'Its AWS connection was deleted: it does not sync, and its work items stay. Link it again through another connection.',
  'link-not-served':
    'Its AWS connection does not serve this workload to this space any more: it does not sync, and its work items stay. Ask a Jira admin to let the connection serve it, or link it through another connection.',
  'link-connection-not-usable':
    'Its AWS connection cannot be used now: {why} Until then it does not sync, and its work items stay.',

  'not-linked': 'Space {project} has not linked the workload {workload}.',
  'linked-elsewhere':
    'Another space has linked this workload, and one workload syncs to one space. Ask a Jira admin: they see which space it is, and can unlink it there.',
  'linked-by':
    'Space {project} has linked this workload, and one workload syncs to one space. Ask an admin of {project}, or a Jira admin, to unlink it there.',
} as const;
