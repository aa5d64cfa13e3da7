/** Modules of a manifest that the local site plays, and what it leaves out of those that it plays in part. */
export const MODULES_PLAYED = [
  ...['function', 'consumer', 'scheduledTrigger', 'webtrigger'],
  ...['jira:adminPage', 'jira:projectPage', 'jira:projectSettingsPage'],
] as const;

export const MODULES_IN_PART = {
  trigger: 'Events of issues, of projects, and of the install; an upgrade never comes.',
  preUninstall: 'Nothing uninstalls the app.',
  'jira:entityProperty': 'Of issues; an index from the module’s first day.',
  'jira:issueContext': 'As a panel beside the issue; display conditions do not hide it.',
} as const;
