import type { SyncReasons } from '../../../../src/sync/reasons';
import type { Samples } from '../said';
import { RESOLUTIONS_AND_WAYS } from './resolutions-and-ways';

const because = { code: 'moved-away', params: { project: { quote: 'Secret', by: 'jira' } } } as const;
const BECAUSE = 'it was moved to space Secret, which the AWS connection does not serve; it is left alone.';

export const SYNC: Samples<SyncReasons> = {
  'create-rejected': [{ because }, BECAUSE],
  'parent-not-created': [{}, 'its parent could not be created.'],
  'create-lost': [
    { times: 3, because },
    `Jira was asked for it 3 times, never said what became of it, and did not make it. The next sync first looks whether it has appeared, and then asks again; if that fails too, look at what the space does when work items are made (automation, apps), and at the state of Jira. In place of the last answer: ${BECAUSE}`,
  ],
  'creates-stopped': [
    { creates: 5, because },
    `it was not asked for, because the last 5 creates in a row had no answer and made nothing. Sync again when Jira makes work items in the space. In place of the last answer: ${BECAUSE}`,
  ],
  'creates-given-up': [
    { issues: 365, hours: 1 },
    'Jira does not answer creates and makes nothing: 365 work items are missing. Automatic mode asks for them again with the first change after an hour, and a sync that somebody starts does so at once.',
  ],
  'no-answer': [{}, 'nothing was heard of Jira.'],
  'uncertain-elsewhere': [
    {},
    'what an earlier run made in another space is not certain yet. Sync again later.',
  ],
  'open-subtasks': [{ children: 1 }, '1 of its children could not be closed first.'],
  'write-refused': [{ because }, BECAUSE],
  'write-failed': [{ because }, BECAUSE],
  'changed-meanwhile': [
    {},
    'somebody changed it while this run was under way: it was left as it is, and the next run compares it again.',
  ],
  'gone-meanwhile': [
    {},
    'it was there when this run began, and Jira shows it no more: it was deleted, or hidden from the app.',
  ],
  'stuck-on-the-way': [
    { status: 'Review', because },
    `It was moved and now stands in "Review", on the way: ${BECAUSE}`,
  ],
  ...RESOLUTIONS_AND_WAYS,
  'says-it-belongs': [
    {},
    'it says that it belongs to this review, and was not made for it by the app: a copy, or a work item on which somebody wrote the property "well-architected". The app leaves it alone.',
  ],
  'more-say-they-belong': [
    { issues: 80, atLeast: 'yes' },
    'At least 80 more work items say that they belong to this review, and were not made for it by the app. The app leaves them alone.',
  ],
  'made-again': [
    {},
    'is made again: Jira does not find the one that was made before. It was deleted, or it is hidden from the app, which looks alike; if it is hidden, there will be two.',
  ],
  renamed: [
    { from: 'keys_rotated', to: 'keys_rotation', is: 'open' },
    'the lens calls it keys_rotation now, and called it keys_rotated: title and place are the same. Until somebody decides in a preview whether the work item goes on as keys_rotation, it stays as it is, and keys_rotation gets no work item.',
  ],
  'renamed-unclear': [
    { items: 2 },
    'it is not in the review any more, and 2 new items have its title, as other work items have: which of them it is cannot be told. It stays as it is.',
  ],
  twin: [
    { of: { issueKey: 'WA-2' }, taken: 'no' },
    'the app made it a second time, beside WA-2, because an answer of Jira was lost; nobody has touched it. Both stay, unless somebody asks in a preview to delete this one.',
  ],
  'twin-touched': [
    { of: { issueKey: 'WA-2' }, by: [{ code: 'trace', params: { trace: 'comment' } }] },
    'the app made it a second time, beside WA-2, because an answer of Jira was lost, and people have worked with it since (comments). Delete one of the two by hand.',
  ],
  'twin-epic': [
    { twin: { issueKey: 'WA-9' }, of: { issueKey: 'WA-1' } },
    'the app made WA-9 a second time, beside WA-1, because an answer of Jira was lost. It deletes no Epic, as what is below one cannot be told for sure. Look in Jira what is below WA-9, move that below WA-1 where it belongs there, then delete WA-9 by hand.',
  ],
  'twin-removed': [
    { of: { issueKey: 'WA-2' }, twin: 'WA-9' },
    'WA-9 was deleted: the app had made it a second time, beside WA-2.',
  ],
  trace: [{ trace: 'worklog' }, 'work logged'],
  'could-be-adopted': [{ creator: 'none' }, 'made by an account that Jira does not know any more.'],
  adopts: [{ issues: 365 }, '365 work items are adopted: they belong to this review from now on.'],
  'is-adopted': [
    { creator: 'The app before' },
    'is adopted: it belongs to this review from now on; made by The app before.',
  ],
  'answer-failed': [{ because }, BECAUSE],
  'choice-changed': [
    {},
    'somebody changed the answer in AWS while this run was under way; it is compared again by the next run.',
  ],
  'not-taken': [
    { what: 'choice' },
    'AWS took the write and has something else now than the choice that was written; it is compared again by the next run.',
  ],
  'notes-unread': [{ workload: 'arn', because }, `no status was brought back to arn: ${BECAUSE}`],
  'notes-edited': [
    {},
    'in AWS: Somebody edited the Jira status block in the notes. Choose which text stays.',
  ],
  'notes-broken': [
    {},
    'in AWS: A marker line of the Jira status block in the notes is missing or damaged. What belongs to the block cannot be told: keep the text of the notes, or repair them in AWS.',
  ],
  'notes-doubled': [{}, 'in AWS: The notes hold more than one Jira status block.'],
  'notes-nested': [
    {},
    'in AWS: The marker lines of the Jira status block in the notes are nested or out of order. What belongs to the block cannot be told: keep the text of the notes, or repair them in AWS.',
  ],
  'notes-newer': [
    {},
    'in AWS: A newer version of this app wrote the Jira status block in the notes. It stays as it is until this app is as new.',
  ],
  'notes-full': [
    { missing: 1200 },
    'in AWS: The notes are full: the shortest Jira status needs 1200 characters more. Nothing was written.',
  ],
  'notes-overwritten': [
    { by: 'conformity' },
    "Trend Micro Conformity's sync had replaced the notes in AWS; its report stays, and the Jira status was put back.",
  ],

  preparing: [{}, 'Preparing'],
  reading: [{}, 'Reading the review and its work items'],
  'creating-issues': [{}, 'Creating work items'],
  'updating-issues': [{}, 'Updating work items'],
  'closing-issues': [{}, 'Closing work items'],
  'reopening-issues': [{}, 'Reopening work items'],
  'resolving-issues': [{}, 'Resolving work items'],
  'writing-answers': [{}, 'Writing answers and notes in AWS'],
  'writing-notes': [{}, 'Writing notes in AWS'],
  'putting-back': [{}, 'Putting changes back'],
  'changed-since-done': [{}, 'somebody changed it since, so it was not put back.'],
  'status-not-back': [
    { was: 'In Review', is: 'To Do' },
    'it was put back, but to the status "To Do": its workflow does not lead straight to "In Review", where it stood before.',
  ],
  'resolution-not-back': [
    { was: "Won't Do", is: 'none' },
    'it was put back, but its resolution is none: no screen on the way offers the one before, "Won\'t Do".',
  ],
  'answer-only-read': [
    {},
    'the workload is read by a connection that may only read, so it was not put back: let the connection write and put back once more, or change the answer in AWS.',
  ],
  'none-not-back': [
    {},
    'it was put back, but the choice "None of these", which stood in the answer before, was not: a best practice of the question is selected.',
  ],
  'block-stays': [
    {},
    'its Task is not found: it was deleted, or it is hidden from the app, which looks alike. Its Jira status stays in the notes in AWS until Jira tells that it was deleted, or somebody asks in a preview to take it out.',
  ],
  'block-stays-out': [
    {},
    'the Jira status that left its notes was not put back: its Task is gone, and so is what the status told. Where the Task is made again, that run writes the status anew.',
  ],

  'issues-gone': [
    { gone: 32, there: 40 },
    '32 of the 40 work items of this review are not found. They were deleted, or the app may not see them any more, for example because of a security level or a changed role. Confirm only what you know to be gone',
  ],
  'issues-left-out': [
    { issues: ['10001', '10002'] },
    'Jira left 10001, 10002 out of an answer, although they are there; it is asked again',
  ],
  'adopt-or-make-new': [
    { issues: 365 },
    'The app does not know this workload yet, and 365 work items in the space belong to its review: an earlier installation of the app may have made them. Choose whether to adopt them or to make new work items; until then nothing is made.',
  ],
  'adopted-twice': [
    { issues: [{ issueKey: 'WA-1' }, { issueKey: 'WA-7' }] },
    'Several of the work items to adopt say that they are the same item of the review: WA-1, WA-7. Delete the copies, or their property "well-architected", and choose again; until then nothing is adopted.',
  ],
  'workload-elsewhere': [
    {},
    'The workload already has work items in another space, and one workload syncs to one space. Move or delete its work items there first, or sync it from that space.',
  ],
  'issues-elsewhere': [
    {},
    'Work items that were moved to another space need Sub-tasks there, and that space cannot take them as it is set up now. Move them back, or ask the admins of that space.',
  ],
  'several-done-statuses': [
    { where: 'here', project: 'WA', type: 'Sub-task', statuses: ['Done (31)', 'Rejected (32)'] },
    'Space WA has several done statuses for work items of the type Sub-task: Done (31), Rejected (32). Say in the settings which one closes a work item (doneStatusId).',
  ],
  'changed-since-shown': [{}, 'The review or the work items changed since the plan was shown.'],
  'renamed-undecided': [
    { items: 2 },
    'A new version of a lens calls 2 questions and best practices otherwise that have a work item. Until somebody decides whether old and new are one, the new ones get no work item, and the work items of the old ones stay as they are; everything else goes on. Make a preview: it lists the pairs, and each can be taken or left out.',
  ],

  'made-unreadable': [
    { issues: [{ issueKey: 'WA-2' }, { issueKey: 'WA-3' }] },
    'Jira made WA-2, WA-3, and the app cannot read them: give the app access (a default security level often hides new work items), then sync again.',
  ],
  'run-without-workload': [
    {},
    'AWS does not know the workload any more: it was deleted, or is no longer shared with the account. Nothing was synced, and its work items stay.',
  ],
  'run-without-project': [
    {},
    'The Jira space was deleted, or the app may not see it: nothing was synced. If it still exists, let the role atlassian-addons-project-access browse it; right after the app was installed this can take some minutes.',
  ],
  'run-in-archived-project': [
    { project: 'WA' },
    'Space WA is archived: nothing was synced, and its work items stay as they are. Restore the space to sync again.',
  ],

  'answer-lost': [
    { because: { code: 'text', params: { text: 'timeout' } } },
    "Jira's answer to a create was lost (timeout); looking for the work items",
  ],
  'may-still-be-made': [
    { issues: 12 },
    'Jira may still be making 12 work items that an interrupted run asked for',
  ],
  'time-is-up': [{}, 'Time is up for this invocation'],
  'requests-used': [{}, 'This invocation may send no more requests to AWS'],
};
