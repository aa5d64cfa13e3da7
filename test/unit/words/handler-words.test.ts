/** Every reason of a handler has words. */
import type { HandlerReasons } from '../../../src/handlers/reasons';
import { handlers } from '../../../words/en/handlers';
import { checkWords } from './said';

checkWords<HandlerReasons>('handlers', handlers, {
  'only-jira-admins': [{}, 'Only a Jira administrator can do this.'],
  'only-project-admins': [{}, 'Only an administrator of this space can do this.'],
  'project-not-seen': [{}, 'You cannot see this space.'],
  'not-logged-in': [{}, 'Log in to Jira first.'],
  'must-be-project-key': [{}, 'must be a space key such as WA'],
  'must-be-workload-arn': [{}, 'must be the ARN of a workload'],
  'must-be-id': [{}, 'must be an id'],
  'must-be-region': [{}, 'must be a Region such as us-east-1'],
  'must-be-cursor': [{}, 'must be the cursor of the page before'],
  'must-be-issue': [{}, 'must be the key or id of a work item'],
  'must-be-issue-key': [{}, 'must be the key of a work item, such as WA-12'],
  'must-be-named-once': [{}, 'must name each workload once'],
  'must-be-milestone-name': [{ min: 3, max: 100 }, 'must have 3 to 100 characters'],
  'must-be-fingerprint': [{}, 'must be the fingerprint of a plan'],
  'quota-spent': [
    { most: 20, per: 'project', within: 10, seconds: 61 },
    'The people of this space have done this 20 times within 10 minutes, and the app lets nobody do it more often. Try again in 61 seconds.',
  ],
  'must-follow-preview': [
    {},
    'must be that of a preview: work items are made again or adopted, and Jira status is taken out of notes, only as a preview showed it',
  ],
  'payload-invalid': [
    {
      problems: [
        { code: 'at-field', params: { field: 'runId', problem: { code: 'must-be-id', params: {} } } },
        { code: 'at-field', params: { field: 'page', problem: { code: 'must-be-valid', params: {} } } },
        { code: 'at-field', params: { field: 'words', problem: { code: 'enter-secret', params: {} } } },
      ],
    },
    'The request is not valid: runId: must be an id; page: is not valid; words: Enter the secret access key.',
  ],
  'storage-down': [
    {},
    "Forge's storage does not answer. Reload the page to see what was done, and try again in a minute.",
  ],
  'bug-in-app': [{}, 'Something went wrong inside the app; its log says what. Please report it.'],
});
