/** Words of what the preflight of a project finds, by code: ICU messages. */
export const preflight = {
  'project-fits': 'Space {project} is a Jira software space in use.',
  'permissions-there': 'The app has every permission in the space that it needs.',
  'level-has-type':
    'A {level, select, epic {workload} task {question} other {best practice}} becomes a work item of the type "{type}".',
  'no-other-field-required': 'No field is required that the app does not fill.',
  'field-on-every-screen':
    'Every create screen has the field {field, select, description {Description} other {Labels}}.',
  'field-missing':
    'The field {field, select, description {Description} other {Labels}} is not on the create screen of the work type "{type}": such a work item {field, select, description {says nothing but its title, with no link to AWS and no guidance} other {carries no labels, so boards cannot filter by pillar}}. Add it there.',
  'priorities-there': '"{type}" at HIGH risk gets the priority "{high}", at MEDIUM risk "{medium}".',
  'no-priorities':
    'The field Priority is not on the create screen of the work type "{type}", or offers nothing: the risk shows in no priority. Add it there.',
  'security-open': 'Every level of the work item security scheme "{scheme}" lets the app see its work items.',
  'security-hides':
    'The work item security scheme "{scheme}" has levels that hide their work items from the app: {levels}. A work item with such a level is not found any more and does not sync. A Jira admin adds the space role atlassian-addons-project-access to these levels.',
  'security-hides-new':
    'The work item security scheme "{scheme}" has levels that hide their work items from the app: {levels}. One of them is the default level: the app cannot see what it makes, and a sync ends after its first work items. A Jira admin adds the space role atlassian-addons-project-access to these levels.',
  'security-unknown':
    'The space has the work item security scheme "{scheme}". Which of its levels let the app in Jira does not tell, since the app may not set them here. A Jira admin sees to it that the space role atlassian-addons-project-access stands in every level.',
  'no-done-status':
    'The workflow of the work type "{type}" has no status of the category Done: the app cannot close such a work item. Add one.',
  'one-done-status': 'A work item of the type "{type}" is closed with the status "{status}".',
  'done-status-chosen':
    'The work type "{type}" has several done statuses ({offered}), and the settings say which one closes a work item.',
  'done-status-not-chosen':
    'The work type "{type}" has several done statuses: {offered}. A sync that closes one is blocked until the settings of {undecided} say which one closes a work item (doneStatusId).',
  'workload-to-come': 'the workload',
  'way-not-tried-yet':
    'The way to done is not tried yet for the work type "{type}": the first work item that a sync closes is moved alone, before the others.',
  'way-worked': 'A work item of the type "{type}" was closed by way of the statuses {steps}.',
  'way-got-stuck':
    'A work item of the type "{type}" got stuck on its way to done, through the statuses {steps}: others are not led there. Help it on, or mend the workflow.',
} as const;
