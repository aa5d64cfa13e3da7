/** Words of what a plan of a review says, by code: ICU messages. */
export const plan = {
  'doubled-identity':
    '{issues} say that they are the same item of the review (a clone carries the property along). None is written; delete the property "well-architected" or the work item that is not the original.',
  'moved-away': 'it was moved to space {project}, which the AWS connection does not serve; it is left alone.',
  'moved-where-closed':
    'it was moved to space {project}, where the app may not edit work items; it is left alone. Move it back, or let the role atlassian-addons-project-access edit and transition work items there.',
  'epic-apart':
    'its Epic {epic} is in another space, and Jira lets no Task be below an Epic of another space where one of the two is team-managed. Move the Epic back; or move all work items of the review to its space, and link the workload to that.',
  'task-apart':
    'it is in another space than its Epic, and Jira lets no Task be below an Epic of another space where one of the two is team-managed. Move it to the space of the Epic, and preview again.',
  'wrong-level': 'the review has it as {expected}, Jira as {actual}; it is left alone until its type fits.',
  'deleted-in-jira':
    'its work item is not found: it was deleted, or it is hidden from the app, which looks alike. It is not made again unless you ask for it.',
  uncertain:
    'an earlier run asked Jira to make it, and whether Jira did cannot be told yet; it is not asked for twice. Sync again later.',
  'no-parent':
    'its {parent, select, task {Task} other {Epic}} is missing or must not be written (see the conflicts); it is made once that is settled.',

  'outside-scope': '{because}',
  'text-edited': 'AWS changed a text that was edited in Jira; the edit is kept.',
  'moved-apart':
    '{of, select, source {review} other {children}} and work item both moved, apart: {because}, and the work item is "{status}". Move the work item or {of, select, source {change the answer} other {move the children}} so that they agree.{edited, select, yes { AWS changed a text that was edited in Jira; the edit is kept.} other {}}',
  'finished-apart':
    'review and work item were both finished, apart: {because}, and the work item is {how}. Change the answer, or resolve the work item in another way, so that they agree.{edited, select, yes { AWS changed a text that was edited in Jira; the edit is kept.} other {}}',
  'done-otherwise': '{difference}',
  'done-in-jira': '{difference}',
  'open-in-jira': '{difference}',

  'below-epic':
    '{taken, select, yes {it has no parent, and is put below its Epic.} other {it has no parent: its Epic was deleted or moved, or somebody took it out. It stays so unless somebody asks in a preview to put it below its Epic.}}',

  'differs-from-source': 'it is "{status}" in Jira, and in the review {because}.',
  'differs-from-children': 'it is "{status}" in Jira, and {because}.',
  'source-takes-no-change':
    'it is "{status}" in Jira, and in the review {because}. AWS was not changed: the choices of such a question are left alone.',
  'meaning-not-set':
    'it is {how} in Jira, and in the review {because}. AWS was not changed: the settings do not say what this status and resolution mean.',

  'done-anew':
    'it was done in another way before, is {how} in Jira now, and in the review {because}. AWS was not changed: the settings let nothing that is done in Jira change it.',
  'says-otherwise':
    'it is {how} in Jira, which the settings call {says, select, implemented {implemented} other {not applicable}}, and in the review {because}. Neither has changed since they were last compared, so both stay.',

  'resolved-as': '"{status}" (resolution "{resolution}")',
  unresolved: '"{status}" (without a resolution)',

  'means-implemented': 'it is {how} in Jira, which the settings call implemented',
  'means-not-applicable':
    'it is {how} in Jira, which the settings call not applicable ({reason, select, OUT_OF_SCOPE {out of scope} BUSINESS_PRIORITIES {business priorities} ARCHITECTURE_CONSTRAINTS {architecture constraints} OTHER {other} other {{reason}}})',
  reopened: 'it was reopened in Jira and is "{status}"',

  'no-child-open': 'the question has risk NONE and no Sub-task is open',
  'child-open': 'the question has risk NONE but Sub-tasks are open',
  'children-done': 'all its {children, select, task {Tasks} other {Sub-tasks}} are done',
  'children-not-done': 'not all its {children, select, task {Tasks} other {Sub-tasks}} are done',

  title: 'title: "{old}" → "{new}"',
  description: 'description',
  'label-added': 'label + {label}',
  'label-removed': 'label − {label}',
  property: 'property',
  parent: 'put below its Epic',

  'source-emptied': 'the review has no question any more, and Jira has {issues} work items for it',
  'all-items-gone': 'none of the {tasks} questions that have a Task is in the review any more',
} as const;
