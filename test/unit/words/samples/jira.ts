import type { JiraReasons } from '../../../../src/jira/reasons';
import type { Samples } from '../said';

const READ_ISSUES = { code: 'to-read-issues', params: {} };
const REFUSED = {
  code: 'jira-said',
  params: { words: { quote: 'labels: No {spaces}', by: 'jira' } },
} as const;
const DEMAND = { code: 'demand-of-transition', params: { status: 'Done', fields: ['Team (t)', 'why'] } };
const OTHER_DEMAND = { code: 'demand-of-transition', params: { status: 'Dropped', fields: ['Who (w)'] } };

export const JIRA: Samples<JiraReasons> = {
  'to-read-project': [{ project: 'WA' }, 'read space WA'],
  'to-read-project-statuses': [{}, 'read the statuses of the space'],
  'to-read-issue-types': [{}, 'read the work types'],
  'to-read-create-screen': [{}, 'read the create screen'],
  'to-read-permissions': [{}, 'read permissions'],
  'to-read-security': [{}, 'read the work item security scheme'],
  'to-read-site-address': [{}, 'read the address of the site'],
  'to-read-issue': [{ issue: '10007' }, 'read work item 10007'],
  'to-read-issues': [{}, 'read work items'],
  'to-read-transitions': [{ issue: '10007' }, 'read the transitions of 10007'],
  'to-read-status': [{ status: '99' }, 'read status 99'],
  'to-read-default-resolution': [{}, 'read the default resolution'],
  'to-see-issues': [{}, 'see which work items you may see'],
  'to-search-issues': [{}, 'search for work items'],
  'to-read-account': [{}, "read the app's own account"],
  'to-search-open-subtasks': [{}, 'search for open Sub-tasks'],
  'to-create-issues': [{ count: 50 }, 'create 50 work items'],
  'to-delete-issue': [{ issue: '10007' }, 'delete work item 10007'],
  'to-update-issue': [{ issue: '10007' }, 'update work item 10007'],
  'to-resolve-issue': [{ issue: '10007' }, 'resolve work item 10007'],
  'to-move-issue': [{ issue: '10007', status: "Won't do" }, 'move work item 10007 to "Won\'t do"'],

  'jira-refused-call': [
    { call: READ_ISSUES, said: REFUSED },
    'Could not read work items: labels: No {spaces}.',
  ],
  'jira-silent': [
    { call: READ_ISSUES, code: 'timeout' },
    'Could not read work items: no answer from Jira (timeout).',
  ],
  'jira-answer-malformed': [
    { call: READ_ISSUES, place: 'issues.0.id', problem: { code: 'must-be-valid', params: {} } },
    'Could not read work items: Jira\'s answer has an unexpected form at "issues.0.id" (is not valid).',
  ],
  'jira-issues-unread': [
    { issues: ['10007', '10008'] },
    'Could not read work items: Jira failed on 10007, 10008.',
  ],
  'jira-page-repeated': [{}, 'Could not search for work items: Jira gave the same page twice.'],
  'not-a-web-address': [{}, 'not the address of a web site'],

  'jira-said': [{ words: { quote: 'Bad.; Worse.', by: 'jira' } }, 'Bad.; Worse.'],
  'jira-status': [{ status: 1404 }, 'Jira answered HTTP 1404'],
  'jira-gave-no-reason': [{}, 'Jira gave no reason'],
  'jira-creates-unaccounted': [{ count: 2 }, "Jira's answer does not account for all 2 work items"],

  'project-invisible': [
    { project: 'WA' },
    'Space WA does not exist, or the app may not see it. Check the key, and that the role atlassian-addons-project-access may browse the space; right after the app was installed this can take some minutes.',
  ],
  'project-archived': [{ project: 'WA' }, 'Space WA is archived. Restore it or choose another space.'],
  'project-of-other-type': [
    { project: 'WA', type: 'service_desk' },
    'Space WA is of the type service_desk; the app needs a Jira software space. Choose another space.',
  ],
  'project-lacks-permission': [
    { project: 'WA', permission: 'TRANSITION_ISSUES' },
    'The app lacks the permission "Transition work items" in space WA. Grant it to the role atlassian-addons-project-access.',
  ],
  'project-lacks-level': [
    { project: 'WA', level: 'subtask' },
    'Space WA has no work type for sub-tasks: best practices become Sub-tasks. Enable sub-tasks for the space.',
  ],
  'issue-type-undecided': [
    { project: 'WA', level: 'task', offered: ['Fehler (10004)', 'Vorgang (10005)'] },
    "Space WA offers these work types for questions: Fehler (10004), Vorgang (10005). None of them is known to be Jira's own Task, and the app does not guess: choose one in the settings of the workload, under “Work types” (issueTypes).",
  ],
  'issue-type-lost': [
    { project: 'WA', level: 'subtask', id: '10009', offered: ['Unteraufgabe (10006)'] },
    'The settings name the work type 10009 for best practices, and space WA does not offer it at that level. Choose one of these in the settings of the workload, under “Work types” (issueTypes): Unteraufgabe (10006). Work items that are there keep their type.',
  ],
  'create-needs-field': [
    { ...{ field: 'Team', id: 'customfield_10020', type: 'Task' }, typeId: '10002', kind: 'choice' },
    'The field "Team" (customfield_10020) is required for the work type "Task" (10002) and has no default value. Set one in the settings of the workload, under “Values of other fields” (fieldValues): the ID of an option. Or give it a default value in Jira, or make it optional.',
  ],
  'create-needs-foreign-field': [
    { field: 'Sprint', id: 'customfield_10020', type: 'Task' },
    'The field "Sprint" (customfield_10020) is required for the work type "Task" and has no default value, and it is of a kind that the app cannot fill. Give it a default value in Jira, or make it optional.',
  ],
  'field-not-for-settings': [
    { field: 'Summary', id: 'summary', type: 'Task' },
    'The settings give a value to the field "Summary" (summary) of the work type "Task", which the app fills itself or cannot fill. Take the value out of the settings of the workload (fieldValues).',
  ],
  'value-of-unknown-type': [
    { project: 'WA', typeId: '10009', offered: ['Task (10002)'] },
    'The settings give a value to a field of the work type 10009, which space WA does not offer. It offers Task (10002).',
  ],
  'field-off-screen': [
    { id: 'customfield_10020', type: 'Task' },
    'The settings give a value to the field customfield_10020, which is not on the create screen of the work type "Task": it is not sent. Add the field there, or take the value out of the settings of the workload (fieldValues).',
  ],
  'value-of-other-kind': [
    { ...{ field: 'Due', id: 'customfield_10021', type: 'Task' }, kind: 'date' },
    'The value that the settings give to the field "Due" (customfield_10021) of the work type "Task" is not what the field takes, which is a day such as 2026-01-31. Change it in the settings of the workload, under “Values of other fields” (fieldValues).',
  ],
  'value-not-offered': [
    {
      ...{ field: 'Area', id: 'customfield_10022', type: 'Task' },
      ...{ values: ['7'], offered: ['North (1)', 'South (2)'] },
    },
    'The field "Area" (customfield_10022) of the work type "Task" does not offer 7, which the settings give it. Choose again in the settings of the workload, under “Values of other fields” (fieldValues): North (1), South (2).',
  ],
  'create-lacks-parent': [
    { type: 'Task' },
    'The field Parent is not on the create screen of the work type "Task". Add it there.',
  ],

  'issue-gone': [{ issue: '10007' }, 'Work item 10007 is gone, or hidden from the app.'],
  'resolved-meanwhile': [
    { status: 'Done' },
    'Somebody moved it or resolved it in another way meanwhile: it is "Done" now.',
  ],
  'move-not-offered': [
    { from: 'To Do' },
    'Jira offers no transition from "To Do": the app lacks the permission Transition work items, or the workflow has no way on from there.',
  ],
  'move-leads-elsewhere': [
    {
      from: 'To Do',
      wanted: { code: 'any-done-status', params: {} },
      offered: ['In Progress (3)', 'Backlog (2)'],
      count: 2,
    },
    'The workflow offers no transition from "To Do" to a done status, only to In Progress (3), Backlog (2). The app passes through no done status, no status twice and no screen with required fields.',
  ],
  'move-has-condition': [
    { from: 'To Do', to: ['Done (4)'] },
    'The workflow leads from "To Do" to Done (4), but not this work item: a condition of the transition does not hold, for example while Sub-tasks are open. The app looks for no way around it.',
  ],
  'move-too-long': [
    { from: 'Review', wanted: { code: 'any-done-status', params: {} }, steps: 4 },
    'The workflow leads from "Review" on, but after 4 steps not to a done status: the app takes five at most.',
  ],
  'moved-meanwhile': [
    { from: 'In Progress', to: 'Blocked' },
    'Somebody moved the work item from "In Progress" to "Blocked" meanwhile, and there the app leaves it.',
  ],
  'move-to-several': [
    { from: 'To Do', offered: ['Done (4)', "Won't do (5)"] },
    'The workflow leads from "To Do" to several done statuses: Done (4), Won\'t do (5). Choose one in the settings.',
  ],
  'move-needs-fields': [
    { from: 'To Do', demands: DEMAND },
    'The transition from "To Do" requires fields that the app does not fill; to "Done": Team (t), why.',
  ],
  'move-needs-resolution': [
    { from: 'To Do', to: 'Done', field: 'Resolution', offered: ['Fixed', "Won't fix"], count: 2 },
    'The transition from "To Do" to "Done" asks for the field Resolution, and none of the values that it offers (Fixed, Won\'t fix) is the site\'s default.',
  ],
  'move-refused-by-jira': [
    { from: 'To Do', to: 'Done', said: REFUSED },
    'Jira refused the transition from "To Do" to "Done": labels: No {spaces}',
  ],

  'any-open-status': [{}, 'an open status'],
  'any-done-status': [{}, 'a done status'],
  'done-status-unknown': [
    { id: '99' },
    'the done status of the settings (99), which Jira does not know or does not show',
  ],
  'done-status-named': [{ id: '99', name: 'Verified' }, 'the done status of the settings, "Verified" (99)'],

  'demand-of-transition': [
    { status: 'Done', fields: ['Team (customfield_1)', 'why'] },
    'to "Done": Team (customfield_1), why',
  ],
  'demand-and-others': [
    { demand: DEMAND, others: OTHER_DEMAND },
    'to "Done": Team (t), why; to "Dropped": Who (w)',
  ],
};

/** What a select or a plural says else. */
export const JIRA_OTHERS = [
  ...(
    [
      ['BROWSE_PROJECTS', 'Browse spaces'],
      ['CREATE_ISSUES', 'Create work items'],
      ['EDIT_ISSUES', 'Edit work items'],
    ] as const
  ).map(
    ([permission, name]) =>
      [
        { code: 'project-lacks-permission', params: { project: 'WA', permission } },
        `The app lacks the permission "${name}" in space WA.`,
      ] as const,
  ),
  [
    { code: 'project-lacks-level', params: { project: 'WA', level: 'epic' } },
    'Space WA has no work type of the Epic level: the workload becomes an Epic. Add one to the space.',
  ],
  [
    { code: 'project-lacks-level', params: { project: 'WA', level: 'task' } },
    'Space WA has no standard work type: questions become Tasks. Add Task to the space.',
  ],
  [
    {
      code: 'move-leads-elsewhere',
      params: { from: 'A', wanted: { code: 'any-open-status', params: {} }, offered: [], count: 0 },
    },
    'from "A" to an open status, only to nothing.',
  ],
  [
    {
      code: 'move-needs-resolution',
      params: { from: 'A', to: 'B', field: 'Resolution', offered: [], count: 0 },
    },
    'that it offers (none) is',
  ],
] as const;
