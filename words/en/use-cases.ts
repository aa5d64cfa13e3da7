/** Words of what people are told who ask the app for something, by code: ICU messages. */
export const useCases = {
  'key-of-other-user':
    'The key is of {principalArn}, but roles trust {trusted}: they would refuse the app until their trust policies name the new user. Enter a key of {trusted}, or accept the other user.',
  'key-deleted-meanwhile': 'The key was deleted again at the same moment.',

  'enter-role-first': 'Enter the ARN of the role first.',
  'no-risk-to-accept': 'There is no risk to accept: no test has found the role open to others.',
  'risk-shown-otherwise':
    'The connection "{connection}" was changed or tested since you looked at it: nothing was accepted. Look at its role, access, Regions and latest tests again.',
  'project-named-twice': 'Name each space only once, by its present key.',
  'no-project-seen': 'There is no space {project} that you can see. Check the key.',
  'regions-of-connection': '"{connection}" covers {regions}.',

  'no-connection-for-workload': 'Space {project} has no such AWS connection for this workload.',
  'connection-says': '{connection}: {why}',
  'region-says': '{connection}, {region}: {why}',
  'no-workload-arn': 'This is not the ARN of a workload.',
  unlicensed:
    'The licence of the app for this site is not active: nothing is synced, no milestone is saved, and automatic mode rests. A Jira admin renews it under Manage apps. Reviews, previews, settings and the audit log stay open, and work items and notes stay as they are.',
  'syncing-switched-off': 'Syncing is switched off in the settings of the workload or of the site.',
  'done-status-not-offered':
    'The settings name the done status {id}, and space {project} has none of this ID. It has {offered}.',
  'no-issue-seen': 'Space {project} has no work item {issue} that you can see.',
  'issue-moved-away':
    'The workload of this work item is not linked to this space, so AWS is not asked about it here. Move the work item back, or link the workload to this space; a Jira admin sees which space has it.',
  'question-gone-from-lens': 'AWS has withdrawn this question from the lens.',
  'search-not-taken':
    'names a status, a person or an order that Jira does not know: take it out of the search, or load the list again',
  'list-changed': 'The list has changed since this page of it was shown. Load the list again.',
  'connection-reads-only':
    'The connection of this workload only reads. A milestone takes one that reads and writes.',
  'milestone-name-taken':
    'Milestone {number, number} is called "{name}". Choose a name that differs in more than blanks and capitals.',
  'milestones-full':
    'The workload has {most, number} milestones, and AWS keeps no more. AWS deletes none of them; nothing was saved.',
  'lens-not-applied': 'The workload has no lens {lens}. Load the page again.',
  'no-such-milestone': 'The workload has no milestone {number, number}. Load the list again.',
  'no-run-seen': 'Space {project} has no run {run}; runs are kept for 30 days.',
  'nothing-unreadable':
    'Space {project} lists no linked workload {id} that cannot be read. Load the page again.',
  'nothing-unreadable-on-site':
    'The site has no linked workload {id} that cannot be read. Load the page again.',
  'linked-by-none': 'No space links the workload {workload}.',
  'linked-otherwise-by-now':
    'Another space has linked this workload since the list was shown: nothing was unlinked. Load the list again.',
  'date-header': 'The answer came with the Date {date}.',
  'no-date-header': 'The answer came without a Date.',
  'claims-that-succeeded':
    '{count, plural, =0 {None} =1 {One} other {#}} of two claims of one key succeeded.',
  'fetch-rejected': 'The request was rejected: {error}',
  'fetch-answered': 'The request was answered with {status}.',

  'no-plan-page': 'Run {run} has no page {page} of a plan.',

  'shown-in-connection': '(shown in the connection)',
} as const;
