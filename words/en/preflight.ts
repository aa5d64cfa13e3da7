/** Words of what the preflight of a project finds, by code: ICU messages. */
export const preflight = {
  'project-fits': 'Project {project} is a Jira software project in use.',
  'permissions-there': 'The app has every permission in the project that it needs.',
  'level-has-type':
    'A {level, select, epic {workload} task {question} other {best practice}} becomes an issue of the type "{type}".',
  'no-other-field-required': 'No field is required that the app does not fill.',
  'field-on-every-screen':
    'Every create screen has the field {field, select, description {Description} other {Labels}}.',
  'field-missing':
    'The field {field, select, description {Description} other {Labels}} is not on the create screen of the issue type "{type}": such an issue {field, select, description {says nothing but its title, with no link to AWS and no guidance} other {carries no labels, so boards cannot filter by pillar}}. Add it there.',
  'priorities-there': '"{type}" at HIGH risk gets the priority "{high}", at MEDIUM risk "{medium}".',
  'no-priorities':
    'The field Priority is not on the create screen of the issue type "{type}", or offers nothing: the risk shows in no priority. Add it there.',
  'security-open': 'Every level of the issue security scheme "{scheme}" lets the app see its issues.',
  'security-hides':
    'The issue security scheme "{scheme}" has levels that hide their issues from the app: {levels}. An issue with such a level is not found any more and does not sync. A Jira admin adds the project role atlassian-addons-project-access to these levels.',
  'security-hides-new':
    'The issue security scheme "{scheme}" has levels that hide their issues from the app: {levels}. One of them is the default level: the app cannot see what it makes, and a sync ends after its first issues. A Jira admin adds the project role atlassian-addons-project-access to these levels.',
  'security-unknown':
    'The project has the issue security scheme "{scheme}". Which of its levels let the app in Jira does not tell, since the app may not set them here. A Jira admin sees to it that the project role atlassian-addons-project-access stands in every level.',
  'no-done-status':
    'The workflow of the issue type "{type}" has no status of the category Done: the app cannot close such an issue. Add one.',
  'one-done-status': 'An issue of the type "{type}" is closed with the status "{status}".',
  'done-status-chosen':
    'The issue type "{type}" has several done statuses ({offered}), and the settings say which one closes an issue.',
  'done-status-not-chosen':
    'The issue type "{type}" has several done statuses: {offered}. A sync that closes one is blocked until the settings of {undecided} say which one closes an issue (doneStatusId).',
  'workload-to-come': 'the workload',
  'way-not-tried-yet':
    'The way to done is not tried yet for the issue type "{type}": the first issue that a sync closes is moved alone, before the others.',
  'way-worked': 'An issue of the type "{type}" was closed by way of the statuses {steps}.',
  'way-got-stuck':
    'An issue of the type "{type}" got stuck on its way to done, through the statuses {steps}: others are not led there. Help it on, or mend the workflow.',
} as const;
