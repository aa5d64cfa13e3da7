/** Words of what the audit log tells of deeds, by code: ICU messages. */
export const audit = {
  'target-access-key': 'access key {partition}',
  'target-connection': 'connection {connectionId}',
  'target-site-settings': 'site settings',
  'target-workload': 'workload {workload}',
  'target-record': '{record} {key}',

  'key-saved': 'Key ending {endsWith} of {principalArn}.',
  'key-deleted':
    "The site's own key was deleted from the app. In AWS it lives until somebody deletes it there.",

  'connection-described': '"{connection}", {role}, {access}, {regions}.',
  'role-not-entered': 'no role yet',
  'record-not-read': 'It could not be read.',
  'settings-not-read': 'What was stored could not be read, and was replaced.',
  'serves-projects': 'Projects: {projects}.',
  'serves-no-project': 'Projects: none.',
  'project-served': '{projectId}',
  'project-served-for': '{projectId} ({workloads})',
  'region-tested': '{region}: {count, plural, =0 {nothing failed} other {failed: {failed}}}.',
  'event-key-made': 'A new key was made for aws/events.yaml.',
  'event-key-deleted': 'The key of its events was deleted.',

  'workload-linked': '"{workload}" through connection {connectionId}.',
  'workload-unlinked': '"{workload}".',
  'run-started': 'Run {run}.',
} as const;
