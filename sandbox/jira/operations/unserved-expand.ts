/** What Jira can tell beside issues and people, and the local site cannot. */
export const OF_ISSUES = [
  'renderedFields',
  'transitions',
  'operations',
  'editmeta',
  'versionedRepresentations',
];

export const OF_PEOPLE = ['groups', 'applicationRoles'];
