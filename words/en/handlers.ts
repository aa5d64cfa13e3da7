/** Words of what is wrong with a call, by code: ICU messages. */
export const handlers = {
  'only-jira-admins': 'Only a Jira administrator can do this.',
  'only-project-admins': 'Only an administrator of this space can do this.',
  'project-not-seen': 'You cannot see this space.',
  'not-logged-in': 'Log in to Jira first.',

  'must-be-project-key': 'must be a space key such as WA',
  'must-be-workload-arn': 'must be the ARN of a workload',
  'must-be-id': 'must be an id',
  'must-be-region': 'must be a Region such as us-east-1',
  'must-be-cursor': 'must be the cursor of the page before',
  'must-be-issue': 'must be the key or id of a work item',
  'must-be-issue-key': 'must be the key of a work item, such as WA-12',
  'must-be-named-once': 'must name each workload once',
  'must-be-milestone-name': 'must have {min, number} to {max, number} characters',
  'must-be-fingerprint': 'must be the fingerprint of a plan',
  'must-follow-preview':
    'must be that of a preview: work items are made again or adopted, and Jira status is taken out of notes, only as a preview showed it',
  'payload-invalid': 'The request is not valid: {problems}',

  'quota-spent':
    '{per, select, person {You have} project {The people of this space have} other {The admins of this site have}} done this {most} times within {within, plural, one {a minute} other {# minutes}}, and the app lets nobody do it more often. Try again in {seconds, plural, one {a second} other {# seconds}}.',

  'storage-down':
    "Forge's storage does not answer. Reload the page to see what was done, and try again in a minute.",
  'bug-in-app': 'Something went wrong inside the app; its log says what. Please report it.',
} as const;
