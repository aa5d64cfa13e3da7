/** Words of what links of workloads to projects say, by code: ICU messages. */
export const linkedWorkloads = {
  'link-active': 'Linked: a sync makes and updates its issues.',
  'link-unlinked':
    'It was unlinked: it does not sync any more, and its issues stay. Link it again to go on with the same issues.',
  'link-workload-gone':
    'AWS does not know the workload any more: it was deleted, or is no longer shared with the account. It does not sync, and its issues stay. If AWS has it again, link it again.',
  'link-project-deleted':
    'The Jira project was deleted, or the app may not see it: it does not sync, and issues that are left stay. Restore the project, or let the role atlassian-addons-project-access browse it.',
  'link-project-archived':
    'The Jira project is archived: it does not sync, and its issues stay. Restore the project to go on.',
  'link-connection-deleted':
    'Its AWS connection was deleted: it does not sync, and its issues stay. Link it again through another connection.',
  'link-not-served':
    'Its AWS connection does not serve this workload to this project any more: it does not sync, and its issues stay. Ask a Jira admin to let the connection serve it, or link it through another connection.',
  'link-connection-not-usable':
    'Its AWS connection cannot be used now: {why} Until then it does not sync, and its issues stay.',

  'not-linked': 'Project {project} has not linked the workload {workload}.',
  'linked-elsewhere':
    'Another project has linked this workload, and one workload syncs to one project. Unlink it there first.',
} as const;
