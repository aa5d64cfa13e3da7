/** Words of what a run says beside its plan, by code: ICU messages. */
export const sync = {
  'create-rejected': '{because}',
  'parent-not-created': 'its parent could not be created.',
  'create-lost':
    'Jira was asked for it {times, plural, one {once} other {# times}}, never said what became of it, and did not make it. The next sync first looks whether it has appeared, and then asks again; if that fails too, look at what the space does when work items are made (automation, apps), and at the state of Jira. In place of the last answer: {because}',
  'creates-stopped':
    'it was not asked for, because the last {creates} creates in a row had no answer and made nothing. Sync again when Jira makes work items in the space. In place of the last answer: {because}',
  'uncertain-elsewhere': 'what an earlier run made in another space is not certain yet. Sync again later.',
  'open-subtasks': '{children} of its children could not be closed first.',
  'write-refused': '{because}',
  'write-failed': '{because}',
  'changed-meanwhile':
    'somebody changed it while this run was under way: it was left as it is, and the next run compares it again.',
  'gone-meanwhile':
    'it was there when this run began, and Jira shows it no more: it was deleted, or hidden from the app.',
  'stuck-on-the-way': 'It was moved and now stands in "{status}", on the way: {because}',
  'way-not-tried':
    'it was not moved: another work item of its type got stuck on the way that it would take. Help that one on, or mend the workflow; the next sync tries again once that work item has left the status in which it is stuck.',
  'way-known':
    '{issues, plural, one {# work item} other {# work items}} of the type "{type}" will {kind, select, reopen {go back} other {be closed}} in several steps, through the statuses {steps}.',
  'way-stuck':
    '{issues, plural, one {# work item} other {# work items}} of the type "{type}" may stay: a work item of that type got stuck on its way through the statuses {steps}. Help that one on, or mend the workflow.',

  'closed-otherwise':
    'it is {how} now, which the settings do not call {means, select, implemented {implemented} other {not applicable}}, as the review does: the way there in its workflow offers no resolution that they name for that.',
  'resolution-stays':
    'it stays {how}, although the review has it as {means, select, implemented {implemented} other {not applicable}}: its workflow offers no way to resolve it so from there.',
  'resolution-kept':
    'it is open again and still has the resolution "{resolution}": its workflow does not let the app clear it.',
  'would-keep-resolution':
    '{issues, plural, one {# work item} other {# work items}} of the type {type} would be reopened and keep their resolution: neither the way there nor the edit screen lets the app clear it. If the workflow clears it by itself, all is well.',
  'would-close-otherwise':
    '{issues, plural, one {# work item} other {# work items}} of the type {type} would be closed and not say {means, select, implemented {implemented} other {not applicable}}, as the review does: neither the way there nor the edit screen offers a resolution that the settings name for that. If the workflow sets one by itself, all is well.',

  'says-it-belongs':
    'it says that it belongs to this review, and was not made for it by the app: a copy, or a work item on which somebody wrote the property "well-architected". The app leaves it alone.',
  'more-say-they-belong':
    '{atLeast, select, yes {At least } other {}}{issues, plural, one {1 more work item says} other {# more work items say}} that they belong to this review, and were not made for it by the app. The app leaves them alone.',
  'made-again':
    'is made again: Jira does not find the one that was made before. It was deleted, or it is hidden from the app, which looks alike; if it is hidden, there will be two.',
  renamed:
    'the lens calls it {to} now, and called it {from}: title and place are the same. {is, select, taken {The work item goes on as {to}.} left {It stays what it was, and {to} gets a work item of its own.} other {Until somebody decides in a preview whether the work item goes on as {to}, it stays as it is, and {to} gets no work item.}}',
  'renamed-unclear':
    'it is not in the review any more, and {items, plural, one {1 new item has} other {# new items have}} its title, as other work items have: which of them it is cannot be told. It stays as it is.',
  twin: 'the app made it a second time, beside {of}, because an answer of Jira was lost; nobody has touched it. {taken, select, yes {It is deleted.} other {Both stay, unless somebody asks in a preview to delete this one.}}',
  'twin-touched':
    'the app made it a second time, beside {of}, because an answer of Jira was lost, and people have worked with it since ({by}). Delete one of the two by hand.',
  'twin-epic':
    'the app made {twin} a second time, beside {of}, because an answer of Jira was lost. It deletes no Epic, as what is below one cannot be told for sure. Look in Jira what is below {twin}, move that below {of} where it belongs there, then delete {twin} by hand.',
  'twin-removed': '{twin} was deleted: the app had made it a second time, beside {of}.',
  'could-be-adopted':
    'made by {creator, select, none {an account that Jira does not know any more} other {{creator}}}.',
  adopts:
    '{issues, plural, one {1 work item is} other {# work items are}} adopted: they belong to this review from now on.',
  'is-adopted':
    'is adopted: it belongs to this review from now on; made by {creator, select, none {an account that Jira does not know any more} other {{creator}}}.',

  'answer-failed': '{because}',
  'answer-only-read':
    'the workload is read by a connection that may only read, so it was not put back: let the connection write and put back once more, or change the answer in AWS.',
  'choice-changed':
    'somebody changed the answer in AWS while this run was under way; it is compared again by the next run.',
  'not-taken':
    'AWS took the write and has something else now than {what, select, choice {the choice} other {the Jira status}} that was written; it is compared again by the next run.',
  'notes-unread': 'no status was brought back to {workload}: {because}',
  'notes-edited': 'in AWS: Somebody edited the Jira status block in the notes. Choose which text stays.',
  'notes-broken':
    'in AWS: A marker line of the Jira status block in the notes is missing or damaged. What belongs to the block cannot be told: keep the text of the notes, or repair them in AWS.',
  'notes-doubled': 'in AWS: The notes hold more than one Jira status block.',
  'notes-nested':
    'in AWS: The marker lines of the Jira status block in the notes are nested or out of order. What belongs to the block cannot be told: keep the text of the notes, or repair them in AWS.',
  'notes-newer':
    'in AWS: A newer version of this app wrote the Jira status block in the notes. It stays as it is until this app is as new.',
  'notes-full':
    'in AWS: The notes are full: the shortest Jira status needs {missing, plural, one {1 character} other {{missing} characters}} more. Nothing was written.',
  'notes-overwritten':
    "{by, select, conformity {Trend Micro Conformity's sync had replaced the notes in AWS; its report stays, and} other {somebody had taken the Jira status out of the notes in AWS;}} the Jira status was put back.",

  'changed-since-done': 'somebody changed it since, so it was not put back.',
  'status-not-back':
    'it was put back, but to the status "{is}": its workflow does not lead straight to "{was}", where it stood before.',
  'resolution-not-back':
    'it was put back, but its resolution is {is, select, none {none} other {"{is}"}}: no screen on the way offers the one before, {was, select, none {none} other {"{was}"}}.',
  'none-not-back':
    'it was put back, but the choice "None of these", which stood in the answer before, was not: a best practice of the question is selected.',
  'block-stays':
    'its Task is not found: it was deleted, or it is hidden from the app, which looks alike. Its Jira status stays in the notes in AWS until Jira tells that it was deleted, or somebody asks in a preview to take it out.',
  'block-stays-out':
    'the Jira status that left its notes was not put back: its Task is gone, and so is what the status told. Where the Task is made again, that run writes the status anew.',

  preparing: 'Preparing',
  reading: 'Reading the review and its work items',
  'creating-issues': 'Creating work items',
  'updating-issues': 'Updating work items',
  'closing-issues': 'Closing work items',
  'reopening-issues': 'Reopening work items',
  'resolving-issues': 'Resolving work items',
  'writing-answers': 'Writing answers and notes in AWS',
  'writing-notes': 'Writing notes in AWS',
  'putting-back': 'Putting changes back',

  'issues-gone':
    '{gone} of the {there} work items of this review are not found. They were deleted, or the app may not see them any more, for example because of a security level or a changed role. Confirm only what you know to be gone',
  'issues-left-out': 'Jira left {issues} out of an answer, although they are there; it is asked again',
  'adopt-or-make-new':
    'The app does not know this workload yet, and {issues, plural, one {1 work item} other {# work items}} in the space {issues, plural, one {belongs} other {belong}} to its review: an earlier installation of the app may have made {issues, plural, one {it} other {them}}. Choose whether to adopt {issues, plural, one {it} other {them}} or to make new work items; until then nothing is made.',
  'adopted-twice':
    'Several of the work items to adopt say that they are the same item of the review: {issues}. Delete the copies, or their property "well-architected", and choose again; until then nothing is adopted.',
  'workload-elsewhere':
    'The workload already has work items in another space, and one workload syncs to one space. Move or delete its work items there first, or sync it from that space.',
  'issues-elsewhere':
    'Work items that were moved to another space need Sub-tasks there, and that space cannot take them as it is set up now. Move them back, or ask the admins of that space.',
  'several-done-statuses':
    '{where, select, here {Space {project}} other {A space to which work items were moved}} has several done statuses for work items of the type {type}: {statuses}. Say in the settings which one closes a work item (doneStatusId).',
  'changed-since-shown': 'The review or the work items changed since the plan was shown.',
  'renamed-undecided':
    'A new version of a lens calls {items, plural, one {# question or best practice} other {# questions and best practices}} otherwise that have a work item. Until somebody decides whether old and new are one, the new ones get no work item, and the work items of the old ones stay as they are; everything else goes on. Make a preview: it lists the pairs, and each can be taken or left out.',

  trace:
    '{trace, select, creator {made by another account} comment {comments} worklog {work logged} attachment {attachments} link {links to work items} subtask {Sub-tasks} edit {edits} other {something that Jira does not show the app}}',

  'made-unreadable':
    'Jira made {issues}, and the app cannot read them: give the app access (a default security level often hides new work items), then sync again.',
  'run-without-workload':
    'AWS does not know the workload any more: it was deleted, or is no longer shared with the account. Nothing was synced, and its work items stay.',
  'run-without-project':
    'The Jira space was deleted, or the app may not see it: nothing was synced. If it still exists, let the role atlassian-addons-project-access browse it; right after the app was installed this can take some minutes.',
  'run-in-archived-project':
    'Space {project} is archived: nothing was synced, and its work items stay as they are. Restore the space to sync again.',

  'creates-given-up':
    'Jira does not answer creates and makes nothing: {issues, plural, one {1 work item is} other {# work items are}} missing. Automatic mode asks for {issues, plural, one {it} other {them}} again with the first change after {hours, plural, one {an hour} other {# hours}}, and a sync that somebody starts does so at once.',
  'no-answer': 'nothing was heard of Jira.',

  'answer-lost': "Jira's answer to a create was lost ({because}); looking for the work items",
  'may-still-be-made': 'Jira may still be making {issues} work items that an interrupted run asked for',
  'time-is-up': 'Time is up for this invocation',
  'requests-used': 'This invocation may send no more requests to AWS',
} as const;
