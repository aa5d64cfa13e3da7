/** Choosing, previewing, syncing, and what came of it. */
import type { Format } from '../format';

interface Levels {
  readonly epics: number;
  readonly tasks: number;
  readonly subtasks: number;
}

function times(f: Format, count: number, one: string, many = `${one}s`): string {
  return `${f.number(count)} ${count === 1 ? one : many}`;
}

function levels({ epics, tasks, subtasks }: Levels, f: Format): string {
  const parts = [
    ...(epics ? [times(f, epics, 'Epic')] : []),
    ...(tasks ? [times(f, tasks, 'Task')] : []),
    ...(subtasks ? [times(f, subtasks, 'Sub-task')] : []),
  ];
  return f.list(parts);
}

const setup = {
  part: 'Sync of a workload',
  title: (name: string) => `Sync ${name}`,
  lead: 'Choose what this run covers, and look at the preview. Nothing changes before you have seen the plan and started the sync.',
  scope: 'Which questions get issues in this run',
  scopes: {
    risks: { name: 'At risk', hint: 'Questions at high or medium risk.' },
    answered: { name: 'Answered', hint: 'All questions that are answered and applicable.' },
    all: { name: 'All', hint: 'Unanswered questions too.' },
  },
  scopeDefault: 'as the settings say',
  cover: 'Lenses, pillars and questions',
  coverHint: 'Clear what this run is to leave as it is.',
  settingsNarrow:
    'The settings of this workload cover a part of it only. What they leave out stays out, whatever you choose here.',
  loadingQuestions: (lens: string) => `Loading the questions of ${lens}`,
  loadingReview: 'Loading the lenses of this workload',
  loadingSettings: 'Loading the settings',
  questionsFailed: 'The questions could not be loaded',
  showQuestions: (name: string) => `Questions of ${name}`,
  showPillars: (name: string) => `Pillars of ${name}`,
  noQuestions: 'This pillar has no questions.',
  chooseAll: 'Choose everything',
  alongside: (titles: string) =>
    `Another lens has questions with the same ids, so these come along: ${titles}.`,
  nothing: 'Choose at least one question.',
  recreate: 'Make issues again that were deleted in Jira',
  preview: 'Preview',
  startFailed: 'The preview could not be started',
  lensesFailed: 'The lenses could not be loaded. You can still preview all of them.',
  readOnly: 'Only people who administer this project sync. You see the result of the last sync.',
  neverSynced: 'This workload has not been synced yet.',
  askAdmin: 'A project admin starts the first sync here.',
  unknown: 'This workload is not linked to this project',
  unknownHint: 'The link may have been for another project, or the workload was unlinked. Its issues stay.',
  inactive: 'This workload cannot be synced',
} as const;

const run = {
  loading: 'Loading the run',
  previewing: (name: string) => `Previewing ${name}`,
  syncing: (name: string) => `Syncing ${name}`,
  leave: 'You can leave this page: the run goes on, and you find it here when you come back.',
  progress: (done: number, total: number, f: Format) => `${f.number(done)} of ${f.number(total)}`,
  waiting: 'It waits',
  lost: 'The app does not answer at the moment. The run goes on by itself; this page asks again.',
  failed: { preview: 'The preview failed', sync: 'The sync failed' },
  failedHint: 'You can start again: what was done is not done twice.',
  notFound: 'This run cannot be shown',
  startOver: 'Choose again',
  again: 'Preview again',
} as const;

const plan = {
  previewTitle: (name: string) => `Preview: ${name}`,
  changedTitle: (name: string) => `The plan has changed: ${name}`,
  changed:
    'The review or the issues changed since you saw the plan. Nothing was applied. This is the new plan; look at it, and sync again.',
  stoppedTitle: (name: string) => `Not synced: ${name}`,
  refused: 'The safety check stops this plan',
  refusedHint:
    'That usually means that a review was emptied or a board was moved by accident. If it is what you want, confirm it when you sync.',
  confirm: 'I have looked at this plan, and it is what I want',
  blocked: 'This cannot be synced yet',
  blockedHint: 'Mend what is named above, and preview again. Nothing was changed.',
  nothing: 'Nothing to do',
  nothingHint: (count: number, f: Format) =>
    `The review and the backlog agree: ${times(f, count, 'issue is', 'issues are')} up to date.`,
  stay: (count: number, f: Format) => `${times(f, count, 'issue')} up to date.`,
  kinds: {
    create: 'Create',
    update: 'Update',
    close: 'Close',
    reopen: 'Reopen',
    choose: 'Change in AWS',
    notes: 'Notes in AWS',
  },
  kindHint: {
    create: 'New issues in Jira',
    update: 'Texts, labels and risks of issues change',
    close: 'Issues are done, because the review says so',
    reopen: 'Issues are open again, because the review says so',
    choose: 'Choices of answers in AWS, because of how issues were done',
    notes: 'The Jira status in the notes of questions',
  },
  filters: 'Filter the plan',
  search: 'Find in the plan',
  searchHint: 'Title, key, question, label or reason',
  loading: (loaded: number, f: Format) => `Loading the plan: ${f.number(loaded)} changes so far`,
  loadFailed: 'The rest of the plan could not be loaded',
  shown: (shown: number, all: number, f: Format) =>
    shown === all ? times(f, all, 'change') : `${f.number(shown)} of ${times(f, all, 'change')} shown`,
  noMatch: 'No change matches the filters.',
  clear: 'Clear the filters',
  expand: 'Expand all',
  collapse: 'Collapse all',
  makes: levels,
  epic: 'Epic',
  task: 'Task',
  subtask: 'Sub-task',
  newTask: 'New Task',
  outside: 'Not in the review any more',
  more: (count: number, f: Format) => `Show ${f.number(count)} more`,
  hidden: 'An issue that you may not see',
  from: 'Before:',
  to: 'After:',
  status: {
    SELECTED: 'Selected in AWS',
    UNSELECTED: 'Not selected any more in AWS',
    NOT_APPLICABLE: 'Not applicable in AWS',
  },
  notes: {
    add: 'Its status goes into the notes.',
    change: 'Its status in the notes changes.',
    remove: 'Its status leaves the notes.',
  },
  sync: (changes: number, f: Format) => `Sync ${times(f, changes, 'change')}`,
  syncHint: 'Exactly this plan is applied. If something changes meanwhile, you see the new plan first.',
  startFailed: 'The sync could not be started',
  withDecisions: (count: number, f: Format) => `Preview with ${times(f, count, 'decision')}`,
  decisionsHint: 'Your decisions change the plan: look at it once more before you sync.',
  decided: (count: number, f: Format) =>
    `This plan contains ${times(f, count, 'decision')} of yours on conflicts.`,
  elsewhere: 'This plan was made in another browser or by automatic mode. Preview again to sync.',
  viewer: 'Only people who administer this project can sync.',
} as const;

const result = {
  title: (name: string) => `Synced: ${name}`,
  allDone: 'Everything was done',
  nothing: 'Nothing had to be changed',
  partly: 'Done, but not everything worked',
  needsPerson: 'Done, and something needs a person',
  unchanged: (count: number, f: Format) => `${times(f, count, 'issue was', 'issues were')} up to date.`,
  created: (made: Levels, f: Format) => `Created ${levels(made, f)}`,
  updated: (count: number, f: Format) => `Updated ${times(f, count, 'issue')}`,
  closed: (count: number, f: Format) => `Closed ${times(f, count, 'issue')}`,
  reopened: (count: number, f: Format) => `Reopened ${times(f, count, 'issue')}`,
  chosen: (count: number, f: Format) => `Changed ${times(f, count, 'answer')} in AWS`,
  notes: (count: number, f: Format) => `Wrote the notes of ${times(f, count, 'question')}`,
  calls: (jira: number, aws: number, f: Format) =>
    `It took ${times(f, jira, 'call')} to Jira and ${times(f, aws, 'call')} to AWS.`,
  again: 'Sync again',
  triage: 'See the open best practices',
  settle: 'Whose side stays?',
  settleOf: (title: string) => `Whose side stays: ${title}`,
  keepAws: 'Keep AWS',
  keepJira: 'Keep Jira',
  undecided: 'Not decided',
  text: { title: 'Title', description: 'Description' },
  old: 'As the app wrote it',
  now: 'AWS now',
  theirs: 'In Jira',
  recreate: 'Preview with deleted issues made again',
} as const;

/** What a remark is about, and what to do. */
const remarks = {
  conflicts: {
    title: 'To settle by a person',
    hint: 'Both sides changed, apart. Nothing was written for these.',
  },
  failed: {
    title: 'Failed',
    hint: 'Mend what Jira or AWS says, and sync again: what was done is not done twice.',
  },
  notices: { title: 'Good to know', hint: 'Nothing to settle; the sync went on.' },
  outOfScope: {
    title: 'Out of scope',
    hint: 'Nothing is closed for that. Close these by hand, or widen the scope in the settings.',
  },
  movedInJira: {
    title: 'Moved in Jira',
    hint: 'Told, and not undone. Answer the question in AWS accordingly, or move the issue back; the settings can let a done status select the best practice in AWS.',
  },
  fix: {
    'text-edited': 'To take AWS’s text, put it into the issue. To keep yours, do nothing.',
    'doubled-identity': 'Delete the copy, or its property "well-architected".',
    'moved-away': 'Move it back, or let the connection serve the other project.',
    'wrong-level': 'Change its issue type to the one that the review asks for.',
    'deleted-in-jira': 'If you want it again, preview with deleted issues made again.',
    'notes-full': 'Shorten what people wrote in the notes of this question, and sync again.',
    'outside-scope': 'Close it by hand if it is not wanted, or choose a wider scope.',
    'open-subtasks': 'Close what is open below it, and sync again.',
  } as Readonly<Partial<Record<string, string>>>,
} as const;

export const projectSync = { setup, run, plan, result, remarks } as const;
