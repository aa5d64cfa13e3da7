import type { PlanReasons } from '../../../../src/plan/reasons';
import type { Samples } from '../said';

export const NOT_SELECTED = { code: 'practice-open', params: {} };
const SELECTED = { code: 'practice-selected', params: {} };
export const DONE_AS = { code: 'resolved-as', params: { status: 'Done', resolution: "Won't Do" } };
const DIFFERS = { code: 'differs-from-source', params: { status: 'Done', because: NOT_SELECTED } };

export const PLAN: Samples<PlanReasons> = {
  'doubled-identity': [
    { issues: [{ issueKey: 'WA-2' }, { issueKey: 'WA-4' }] },
    'WA-2, WA-4 say that they are the same item of the review (a clone carries the property along). None is written; delete the property "well-architected" or the work item that is not the original.',
  ],
  'moved-away': [
    { project: 'HR' },
    'it was moved to space HR, which the AWS connection does not serve; it is left alone.',
  ],
  'moved-where-closed': [
    { project: 'OPS' },
    'it was moved to space OPS, where the app may not edit work items; it is left alone. Move it back, or let the role atlassian-addons-project-access edit and transition work items there.',
  ],
  'epic-apart': [
    { epic: { issueKey: 'OPS-7' } },
    'its Epic OPS-7 is in another space, and Jira lets no Task be below an Epic of another space where one of the two is team-managed. Move the Epic back; or move all work items of the review to its space, and link the workload to that.',
  ],
  'task-apart': [
    {},
    'it is in another space than its Epic, and Jira lets no Task be below an Epic of another space where one of the two is team-managed. Move it to the space of the Epic, and preview again.',
  ],
  'wrong-level': [
    { expected: 'task', actual: 'subtask' },
    'the review has it as task, Jira as subtask; it is left alone until its type fits.',
  ],
  'deleted-in-jira': [
    {},
    'its work item is not found: it was deleted, or it is hidden from the app, which looks alike. It is not made again unless you ask for it.',
  ],
  uncertain: [
    {},
    'an earlier run asked Jira to make it, and whether Jira did cannot be told yet; it is not asked for twice. Sync again later.',
  ],
  'no-parent': [
    { parent: 'task' },
    'its Task is missing or must not be written (see the conflicts); it is made once that is settled.',
  ],
  'outside-scope': [
    { because: { code: 'risk-outside-scope', params: { risk: 'NONE' } } },
    'its question has risk NONE',
  ],
  'text-edited': [{}, 'AWS changed a text that was edited in Jira; the edit is kept.'],
  'moved-apart': [
    { of: 'source', because: NOT_SELECTED, status: 'To {do}', edited: 'yes' },
    'review and work item both moved, apart: the best practice is not selected, and the work item is "To {do}". Move the work item or change the answer so that they agree. AWS changed a text that was edited in Jira; the edit is kept.',
  ],
  'finished-apart': [
    { because: SELECTED, how: DONE_AS, edited: 'yes' },
    'review and work item were both finished, apart: the best practice is selected, and the work item is "Done" (resolution "Won\'t Do"). Change the answer, or resolve the work item in another way, so that they agree. AWS changed a text that was edited in Jira; the edit is kept.',
  ],
  'done-otherwise': [
    { difference: { code: 'done-anew', params: { how: DONE_AS, because: SELECTED } } },
    'it was done in another way before, is "Done" (resolution "Won\'t Do") in Jira now, and in the review the best practice is selected. AWS was not changed: the settings let nothing that is done in Jira change it.',
  ],
  'done-in-jira': [
    { difference: DIFFERS },
    'it is "Done" in Jira, and in the review the best practice is not selected.',
  ],
  'open-in-jira': [
    { difference: DIFFERS },
    'it is "Done" in Jira, and in the review the best practice is not selected.',
  ],
  'below-epic': [{ taken: 'yes' }, 'it has no parent, and is put below its Epic.'],
  'differs-from-source': [
    { status: 'Done', because: NOT_SELECTED },
    'it is "Done" in Jira, and in the review the best practice is not selected.',
  ],
  'differs-from-children': [
    { status: 'To do', because: { code: 'children-done', params: { children: 'task' } } },
    'it is "To do" in Jira, and all its Tasks are done.',
  ],
  'source-takes-no-change': [
    { status: 'To do', because: { code: 'question-not-applicable', params: {} } },
    'it is "To do" in Jira, and in the review the question is marked not applicable. AWS was not changed: the choices of such a question are left alone.',
  ],
  'meaning-not-set': [
    { how: DONE_AS, because: NOT_SELECTED },
    'it is "Done" (resolution "Won\'t Do") in Jira, and in the review the best practice is not selected. AWS was not changed: the settings do not say what this status and resolution mean.',
  ],
  'done-anew': [
    { how: DONE_AS, because: SELECTED },
    'it was done in another way before, is "Done" (resolution "Won\'t Do") in Jira now, and in the review the best practice is selected. AWS was not changed: the settings let nothing that is done in Jira change it.',
  ],
  'says-otherwise': [
    { how: DONE_AS, says: 'notApplicable', because: SELECTED },
    'it is "Done" (resolution "Won\'t Do") in Jira, which the settings call not applicable, and in the review the best practice is selected. Neither has changed since they were last compared, so both stay.',
  ],
  'resolved-as': [{ status: 'Done', resolution: "Won't Do" }, '"Done" (resolution "Won\'t Do")'],
  unresolved: [{ status: 'Done' }, '"Done" (without a resolution)'],
  'means-implemented': [
    { how: DONE_AS },
    'it is "Done" (resolution "Won\'t Do") in Jira, which the settings call implemented',
  ],
  'means-not-applicable': [
    { how: { code: 'unresolved', params: { status: 'Done' } }, reason: 'OUT_OF_SCOPE' },
    'it is "Done" (without a resolution) in Jira, which the settings call not applicable (out of scope)',
  ],
  reopened: [{ status: 'In progress' }, 'it was reopened in Jira and is "In progress"'],
  'no-child-open': [{}, 'the question has risk NONE and no Sub-task is open'],
  'child-open': [{}, 'the question has risk NONE but Sub-tasks are open'],
  'children-done': [{ children: 'subtask' }, 'all its Sub-tasks are done'],
  'children-not-done': [{ children: 'task' }, 'not all its Tasks are done'],
  title: [{ old: 'A <b>', new: "B's {x}" }, 'title: "A <b>" → "B\'s {x}"'],
  description: [{}, 'description'],
  'label-added': [{ label: 'security' }, 'label + security'],
  'label-removed': [{ label: 'safety' }, 'label − safety'],
  parent: [{}, 'put below its Epic'],
  property: [{}, 'property'],
  'source-emptied': [
    { issues: 1200 },
    'the review has no question any more, and Jira has 1200 work items for it',
  ],
  'all-items-gone': [{ tasks: 10 }, 'none of the 10 questions that have a Task is in the review any more'],
};
