/** Words of what Jira refuses, lacks or does not answer, by code: ICU messages. */
export const jira = {
  'to-read-project': 'read space {project}',
  'to-read-project-statuses': 'read the statuses of the space',
  'to-read-issue-types': 'read the work types',
  'to-read-create-screen': 'read the create screen',
  'to-read-permissions': 'read permissions',
  'to-read-security': 'read the work item security scheme',
  'to-read-site-address': 'read the address of the site',
  'to-read-issue': 'read work item {issue}',
  'to-read-issues': 'read work items',
  'to-read-transitions': 'read the transitions of {issue}',
  'to-read-status': 'read status {status}',
  'to-read-default-resolution': 'read the default resolution',
  'to-see-issues': 'see which work items you may see',
  'to-search-issues': 'search for work items',
  'to-read-account': "read the app's own account",
  'to-search-open-subtasks': 'search for open Sub-tasks',
  'to-create-issues': 'create {count} work items',
  'to-delete-issue': 'delete work item {issue}',
  'to-update-issue': 'update work item {issue}',
  'to-resolve-issue': 'resolve work item {issue}',
  'to-move-issue': 'move work item {issue} to "{status}"',

  'jira-refused-call': 'Could not {call}: {said}.',
  'jira-silent': 'Could not {call}: no answer from Jira ({code}).',
  'jira-answer-malformed':
    'Could not {call}: Jira\'s answer has an unexpected form at "{place}" ({problem}).',
  'jira-issues-unread': 'Could not read work items: Jira failed on {issues}.',
  'jira-page-repeated': 'Could not search for work items: Jira gave the same page twice.',
  'not-a-web-address': 'not the address of a web site',

  'jira-said': '{words}',
  'jira-status': 'Jira answered HTTP {status}',
  'jira-gave-no-reason': 'Jira gave no reason',
  'jira-creates-unaccounted': "Jira's answer does not account for all {count} work items",

  'project-invisible':
    'Space {project} does not exist, or the app may not see it. Check the key, and that the role atlassian-addons-project-access may browse the space; right after the app was installed this can take some minutes.',
  'project-archived': 'Space {project} is archived. Restore it or choose another space.',
  'project-of-other-type':
    'Space {project} is of the type {type}; the app needs a Jira software space. Choose another space.',
  'project-lacks-permission':
    'The app lacks the permission "{permission, select, BROWSE_PROJECTS {Browse spaces} CREATE_ISSUES {Create work items} EDIT_ISSUES {Edit work items} other {Transition work items}}" in space {project}. Grant it to the role atlassian-addons-project-access.',
  'project-lacks-level':
    'Space {project} {level, select, epic {has no work type of the Epic level: the workload becomes an Epic. Add one to the space.} task {has no standard work type: questions become Tasks. Add Task to the space.} other {has no work type for sub-tasks: best practices become Sub-tasks. Enable sub-tasks for the space.}}',
  'issue-type-undecided':
    "Space {project} offers these work types for {level, select, epic {workloads} task {questions} other {best practices}}: {offered}. None of them is known to be Jira's own {level, select, epic {Epic} task {Task} other {Sub-task}}, and the app does not guess: choose one in the settings of the workload, under “Work types” (issueTypes).",
  'issue-type-lost':
    'The settings name the work type {id} for {level, select, epic {workloads} task {questions} other {best practices}}, and space {project} does not offer it at that level. Choose one of these in the settings of the workload, under “Work types” (issueTypes): {offered}. Work items that are there keep their type.',
  'create-needs-field':
    'The field "{field}" ({id}) is required for the work type "{type}" ({typeId}) and has no default value. Set one in the settings of the workload, under “Values of other fields” (fieldValues): {kind, select, text {a text of one line, 255 characters at most} paragraph {a text} url {a web address} number {a number} date {a day such as 2026-01-31} datetime {a time with its zone such as 2026-01-31T09:30:00Z} choice {the ID of an option} choices {a list of IDs of options} cascading {a list with the ID of an option and, if wanted, of one below it} labels {a list of labels without blanks} user {an account ID} users {a list of account IDs} other {the ID of a team}}. Or give it a default value in Jira, or make it optional.',
  'create-needs-foreign-field':
    'The field "{field}" ({id}) is required for the work type "{type}" and has no default value, and it is of a kind that the app cannot fill. Give it a default value in Jira, or make it optional.',
  'field-not-for-settings':
    'The settings give a value to the field "{field}" ({id}) of the work type "{type}", which the app fills itself or cannot fill. Take the value out of the settings of the workload (fieldValues).',
  'value-of-unknown-type':
    'The settings give a value to a field of the work type {typeId}, which space {project} does not offer. It offers {offered}.',
  'field-off-screen':
    'The settings give a value to the field {id}, which is not on the create screen of the work type "{type}": it is not sent. Add the field there, or take the value out of the settings of the workload (fieldValues).',
  'value-of-other-kind':
    'The value that the settings give to the field "{field}" ({id}) of the work type "{type}" is not what the field takes, which is {kind, select, text {a text of one line, 255 characters at most} paragraph {a text} url {a web address} number {a number} date {a day such as 2026-01-31} datetime {a time with its zone such as 2026-01-31T09:30:00Z} choice {the ID of an option} choices {a list of IDs of options} cascading {a list with the ID of an option and, if wanted, of one below it} labels {a list of labels without blanks} user {an account ID} users {a list of account IDs} other {the ID of a team}}. Change it in the settings of the workload, under “Values of other fields” (fieldValues).',
  'value-not-offered':
    'The field "{field}" ({id}) of the work type "{type}" does not offer {values}, which the settings give it. Choose again in the settings of the workload, under “Values of other fields” (fieldValues): {offered}.',
  'create-lacks-parent':
    'The field Parent is not on the create screen of the work type "{type}". Add it there.',

  'issue-gone': 'Work item {issue} is gone, or hidden from the app.',
  'resolved-meanwhile': 'Somebody moved it or resolved it in another way meanwhile: it is "{status}" now.',
  'move-not-offered':
    'Jira offers no transition from "{from}": the app lacks the permission Transition work items, or the workflow has no way on from there.',
  'move-leads-elsewhere':
    'The workflow offers no transition from "{from}" to {wanted}, only to {count, plural, =0 {nothing} other {{offered}}}. The app passes through no done status, no status twice and no screen with required fields.',
  'move-has-condition':
    'The workflow leads from "{from}" to {to}, but not this work item: a condition of the transition does not hold, for example while Sub-tasks are open. The app looks for no way around it.',
  'move-too-long':
    'The workflow leads from "{from}" on, but after {steps, plural, one {# step} other {# steps}} not to {wanted}: the app takes five at most.',
  'moved-meanwhile':
    'Somebody moved the work item from "{from}" to "{to}" meanwhile, and there the app leaves it.',
  'move-to-several':
    'The workflow leads from "{from}" to several done statuses: {offered}. Choose one in the settings.',
  'move-needs-fields': 'The transition from "{from}" requires fields that the app does not fill; {demands}.',
  'move-needs-resolution':
    'The transition from "{from}" to "{to}" asks for the field {field}, and none of the values that it offers ({count, plural, =0 {none} other {{offered}}}) is the site\'s default.',
  'move-refused-by-jira': 'Jira refused the transition from "{from}" to "{to}": {said}',

  'any-open-status': 'an open status',
  'any-done-status': 'a done status',
  'done-status-unknown': 'the done status of the settings ({id}), which Jira does not know or does not show',
  'done-status-named': 'the done status of the settings, "{name}" ({id})',

  'demand-of-transition': 'to "{status}": {fields}',
  'demand-and-others': '{demand}; {others}',
} as const;
