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
  'serves-projects': 'Spaces: {projects}.',
  'serves-no-project': 'Spaces: none.',
  'project-served': '{projectId}',
  'project-served-for': '{projectId} ({workloads})',
  'region-tested': '{region}: {count, plural, =0 {nothing failed} other {failed: {failed}}}.',
  'event-key-made': 'A new key was made for aws/events.yaml.',
  'event-key-deleted': 'The key of its events was deleted.',

  'workload-linked': '"{workload}" through connection {connectionId}.',
  'milestone-saved': 'Milestone {number, number}, "{name}".',
  'workload-unlinked': '"{workload}".',
  'workload-unlinked-from': '"{workload}", of the space with ID {projectId}.',
  'run-started': 'Run {run}.',
  'values-changed': '{count, plural, one {One value} other {# values}}.',

  'value-changed':
    '{name, select, name {Name} regions {Regions} access {Access} serves {Spaces served} roleArn {Role} scope {Scope} other {{name}}}: {from} → {to}',
  'values-left-out': '{count} more: {whole}',
  'value-none': 'none',
  'value-person': 'person {ref}',
  'answer-changed':
    '{lens} {question}, {practice}: {from, select, open {not selected} selected {selected} notApplicable {not applicable} other {{from}}} → {to, select, open {not selected} selected {selected} notApplicable {not applicable} other {{to}}}, by {issue}',
  'notes-changed':
    '{lens} {question}: status {what, select, removed {taken out of the notes} other {written into the notes}}, of {issue}',
  'issue-changed':
    '{issue} {what, select, created {was created} updated {was updated} closed {was closed} reopened {was reopened} resolved {was resolved anew} deleted {was deleted} other {{what}}}',
  'asked-for':
    '{what, select, confirm {The plan was confirmed, whatever the safety check says} recreate {Work items that were deleted in Jira are made again} removeBlocks {Status of work items that are not found is taken out of the notes} putBack {What runs changed within 24 hours is put back} adopt {Work items of an earlier installation are adopted} makeNew {Work items of an earlier installation are left, and made anew} other {{what}}}',
  decided:
    '{issue}: {what, select, keepAws {AWS’s side stays} keepJira {Jira’s side stays} take {taken} leave {left} other {{what}}} ({of})',

  'head-unreadable':
    'What is stored of where the chain ends cannot be read: the chain was not checked, and what was told since stands outside of it.',
  'entry-changed': 'The entry {position} is not as it was written.',
  'entry-unlinked': 'The entry {position} does not follow upon the one before it.',
  'entries-missing':
    'Before the entry {position} {count, plural, one {one entry is} other {# entries are}} missing.',
  'newest-missing': 'Up to {position} {count, plural, one {one entry is} other {# entries are}} missing.',
} as const;
