/** Every reason has words, and the words name what the reason is about and nothing else. */
import type { UseCaseReasons } from '../../../src/use-cases/reasons';
import { useCases } from '../../../words/en/use-cases';
import type { PreflightReasons } from '../../../src/use-cases/preflight-reasons';
import { preflight } from '../../../words/en/preflight';
import type { ProblemReasons } from '../../../src/problem';
import { input } from '../../../words/en/input';
import { checkWords } from './said';
import { asReason } from '../../../src/reason';

checkWords<UseCaseReasons>('use cases', useCases, {
  'key-of-other-user': [
    {
      principalArn: 'arn:aws:iam::111122223333:user/backlog',
      trusted: 'arn:aws:iam::111122223333:role/Backlog',
    },
    'The key is of arn:aws:iam::111122223333:user/backlog, but roles trust arn:aws:iam::111122223333:role/Backlog: they would refuse the app until their trust policies name the new user. Enter a key of arn:aws:iam::111122223333:role/Backlog, or accept the other user.',
  ],
  'key-deleted-meanwhile': [{}, 'The key was deleted again at the same moment.'],
  'date-header': [
    { date: 'Mon, 01 Jun 2026 10:00:00 GMT' },
    'The answer came with the Date Mon, 01 Jun 2026 10:00:00 GMT.',
  ],
  'no-date-header': [{}, 'The answer came without a Date.'],
  'claims-that-succeeded': [{ count: 1 }, 'One of two claims of one key succeeded.'],
  'fetch-rejected': [
    { error: 'TypeError: fetch failed' },
    'The request was rejected: TypeError: fetch failed',
  ],
  'fetch-answered': [{ status: 200 }, 'The request was answered with 200.'],
  'connection-reads-only': [
    {},
    'The connection of this workload only reads. A milestone takes one that reads and writes.',
  ],
  'milestone-name-taken': [
    { name: 'Before the launch', number: 3 },
    'Milestone 3 is called "Before the launch". Choose a name that differs in more than blanks and capitals.',
  ],
  'milestones-full': [
    { most: 100 },
    'The workload has 100 milestones, and AWS keeps no more. AWS deletes none of them; nothing was saved.',
  ],
  'lens-not-applied': [{ lens: 'serverless' }, 'The workload has no lens serverless. Load the page again.'],
  'no-such-milestone': [{ number: 7 }, 'The workload has no milestone 7. Load the list again.'],
  'enter-role-first': [{}, 'Enter the ARN of the role first.'],
  'risk-shown-otherwise': [
    { connection: 'Production' },
    'The connection "Production" was changed or tested since you looked at it: nothing was accepted. Look at its role, access, Regions and latest tests again.',
  ],
  'no-risk-to-accept': [{}, 'There is no risk to accept: no test has found the role open to others.'],
  'project-named-twice': [{}, 'Name each space only once, by its present key.'],
  'no-project-seen': [{ project: 'OPS' }, 'There is no space OPS that you can see. Check the key.'],
  'regions-of-connection': [
    { connection: 'Production', regions: ['eu-west-1', 'us-east-1'] },
    '"Production" covers eu-west-1, us-east-1.',
  ],
  'no-connection-for-workload': [{ project: 'WA' }, 'Space WA has no such AWS connection for this workload.'],
  'connection-says': [
    { connection: 'Production', why: { code: 'no-access-key', params: {} } },
    'Production: The app has no access key for this part of AWS. A Jira admin enters one.',
  ],
  'region-says': [
    { connection: 'Production', region: 'eu-west-1', why: asReason('AWS refused.') },
    'Production, eu-west-1: AWS refused.',
  ],
  'no-workload-arn': [{}, 'This is not the ARN of a workload.'],
  unlicensed: [
    {},
    'The licence of the app for this site is not active: nothing is synced, no milestone is saved, and automatic mode rests. A Jira admin renews it under Manage apps. Reviews, previews, settings and the audit log stay open, and work items and notes stay as they are.',
  ],
  'syncing-switched-off': [{}, 'Syncing is switched off in the settings of the workload or of the site.'],
  'done-status-not-offered': [
    { project: 'WA', id: '99999', offered: ['Done (10002)', 'Closed (10003)'] },
    'The settings name the done status 99999, and space WA has none of this ID. It has Done (10002), Closed (10003).',
  ],
  'no-issue-seen': [{ project: 'WA', issue: 'WA-7' }, 'Space WA has no work item WA-7 that you can see.'],
  'issue-moved-away': [
    {},
    'The workload of this work item is not linked to this space, so AWS is not asked about it here. Move the work item back, or link the workload to this space; a Jira admin sees which space has it.',
  ],
  'question-gone-from-lens': [{}, 'AWS has withdrawn this question from the lens.'],
  'search-not-taken': [
    {},
    'names a status, a person or an order that Jira does not know: take it out of the search, or load the list again',
  ],
  'list-changed': [{}, 'The list has changed since this page of it was shown. Load the list again.'],
  'no-run-seen': [{ project: 'WA', run: 'r1' }, 'Space WA has no run r1; runs are kept for 30 days.'],
  'nothing-unreadable': [
    { project: 'WA', id: '65b3600701d026a4' },
    'Space WA lists no linked workload 65b3600701d026a4 that cannot be read. Load the page again.',
  ],
  'nothing-unreadable-on-site': [
    { id: '65b3600701d026a4' },
    'The site has no linked workload 65b3600701d026a4 that cannot be read. Load the page again.',
  ],
  'linked-by-none': [
    { workload: 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/x' },
    'No space links the workload arn:aws:wellarchitected:eu-west-1:111122223333:workload/x.',
  ],
  'linked-otherwise-by-now': [
    {},
    'Another space has linked this workload since the list was shown: nothing was unlinked. Load the list again.',
  ],
  'no-plan-page': [{ run: 'r1', page: 1200 }, 'Run r1 has no page 1200 of a plan.'],
  'shown-in-connection': [{}, '(shown in the connection)'],
});

checkWords<PreflightReasons>('preflight', preflight, {
  'project-fits': [{ project: 'WA' }, 'Space WA is a Jira software space in use.'],
  'permissions-there': [{}, 'The app has every permission in the space that it needs.'],
  'level-has-type': [
    { level: 'subtask', type: 'Sub-task' },
    'A best practice becomes a work item of the type "Sub-task".',
  ],
  'no-other-field-required': [{}, 'No field is required that the app does not fill.'],
  'field-on-every-screen': [{ field: 'labels' }, 'Every create screen has the field Labels.'],
  'field-missing': [
    { field: 'description', type: 'Task' },
    'The field Description is not on the create screen of the work type "Task": such a work item says nothing but its title, with no link to AWS and no guidance. Add it there.',
  ],
  'priorities-there': [
    { type: 'Task', high: 'High', medium: 'Medium' },
    '"Task" at HIGH risk gets the priority "High", at MEDIUM risk "Medium".',
  ],
  'no-priorities': [
    { type: 'Task' },
    'The field Priority is not on the create screen of the work type "Task", or offers nothing: the risk shows in no priority. Add it there.',
  ],
  'security-open': [
    { scheme: 'Internal' },
    'Every level of the work item security scheme "Internal" lets the app see its work items.',
  ],
  'security-hides': [
    { scheme: 'Internal', levels: ['Staff', 'Board'] },
    'The work item security scheme "Internal" has levels that hide their work items from the app: Staff, Board. A work item with such a level is not found any more and does not sync. A Jira admin adds the space role atlassian-addons-project-access to these levels.',
  ],
  'security-hides-new': [
    { scheme: 'Internal', levels: ['Staff'] },
    'The work item security scheme "Internal" has levels that hide their work items from the app: Staff. One of them is the default level: the app cannot see what it makes, and a sync ends after its first work items. A Jira admin adds the space role atlassian-addons-project-access to these levels.',
  ],
  'security-unknown': [
    { scheme: 'Internal' },
    'The space has the work item security scheme "Internal". Which of its levels let the app in Jira does not tell, since the app may not set them here. A Jira admin sees to it that the space role atlassian-addons-project-access stands in every level.',
  ],
  'no-done-status': [
    { type: 'Task' },
    'The workflow of the work type "Task" has no status of the category Done: the app cannot close such a work item. Add one.',
  ],
  'one-done-status': [
    { type: 'Task', status: 'Done' },
    'A work item of the type "Task" is closed with the status "Done".',
  ],
  'done-status-chosen': [
    { type: 'Task', offered: ['Done (1)', 'Closed (2)'] },
    'The work type "Task" has several done statuses (Done (1), Closed (2)), and the settings say which one closes a work item.',
  ],
  'done-status-not-chosen': [
    {
      type: 'Task',
      offered: ['Done (1)', 'Closed (2)'],
      undecided: { code: 'workload-to-come', params: {} },
    },
    'The work type "Task" has several done statuses: Done (1), Closed (2). A sync that closes one is blocked until the settings of the workload say which one closes a work item (doneStatusId).',
  ],
  'workload-to-come': [{}, 'the workload'],
  'way-not-tried-yet': [
    { type: 'Task' },
    'The way to done is not tried yet for the work type "Task": the first work item that a sync closes is moved alone, before the others.',
  ],
  'way-worked': [
    { type: 'Task', steps: ['Open', 'Doing', 'Closed'] },
    'A work item of the type "Task" was closed by way of the statuses Open, Doing, Closed.',
  ],
  'way-got-stuck': [
    { type: 'Task', steps: ['Open', 'Doing'] },
    'A work item of the type "Task" got stuck on its way to done, through the statuses Open, Doing: others are not led there. Help it on, or mend the workflow.',
  ],
});

checkWords<ProblemReasons>('input', input, {
  'at-field': [
    { field: 'serves.0.projectKey', problem: { code: 'no-project-key', params: {} } },
    'serves.0.projectKey: Enter a space key in capitals, such as WA.',
  ],
  'must-be-of-type': [{ expected: 'array' }, 'must be a list'],
  'must-be-one-of': [{ values: ['aws', 'jira'] }, 'must be one of aws, jira'],
  'keys-not-taken': [{ keys: ['a', 'b'] }, 'has members that the app does not know: a, b'],
  'must-be-more': [{ of: 'string', minimum: 1 }, 'must have at least 1 character'],
  'must-be-less': [{ of: 'number', maximum: 900 }, 'must be at most 900'],
  'must-take-fewer-bytes': [{ most: 65536 }, 'must take at most 65,536 bytes as JSON: take some of it out'],
  'must-be-text': [
    {},
    'must be text: it holds a character that no text has (NUL, or half of a surrogate pair)',
  ],
  'must-have-form': [{ form: '/^[A-Z]{2}$/' }, 'must have the form /^[A-Z]{2}$/'],
  'must-be-valid': [{}, 'is not valid'],
});
