/** Choosing, previewing, syncing, and what came of it. */
const setup = {
  part: 'Sync of a workload',
  title: 'Sync {name}',
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
  loadingQuestions: 'Loading the questions of {lens}',
  loadingReview: 'Loading the lenses of this workload',
  loadingSettings: 'Loading the settings',
  questionsFailed: 'The questions could not be loaded',
  showQuestions: 'Questions of {name}',
  showPillars: 'Pillars of {name}',
  noQuestions: 'This pillar has no questions.',
  chooseAll: 'Choose everything',
  alongside: 'Another lens has questions with the same ids, so these come along: {titles}.',
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
  previewing: 'Previewing {name}',
  syncing: 'Syncing {name}',
  leave: 'You can leave this page: the run goes on, and you find it here when you come back.',
  progress: '{done, number} of {total, number}',
  waiting: 'It waits',
  lost: 'The app does not answer at the moment. The run goes on by itself; this page asks again.',
  failed: { preview: 'The preview failed', sync: 'The sync failed' },
  failedOf: { preview: 'The preview failed: {name}', sync: 'The sync failed: {name}' },
  failedHint: 'You can start again: what was done is not done twice.',
  notFound: 'This run cannot be shown',
  startOver: 'Choose again',
  again: 'Preview again',
} as const;

const plan = {
  previewTitle: 'Preview: {name}',
  changedTitle: 'The plan has changed: {name}',
  changed:
    'The review or the issues changed since you saw the plan. Nothing was applied. This is the new plan; look at it, and sync again.',
  stoppedTitle: 'Not synced: {name}',
  refused: 'The safety check stops this plan',
  refusedHint:
    'That usually means that a review was emptied or a board was moved by accident. If it is what you want, confirm it when you sync.',
  confirm: 'I have looked at this plan, and it is what I want',
  blocked: 'This cannot be synced yet',
  blockedHint: 'Mend what is named above, and preview again. Nothing was changed.',
  adoptionTitle: 'Whose issues are these?',
  adoptionHint: 'The issues are listed below, with who made them. Either way you see a preview first.',
  adopt: '{count, plural, one {Adopt # issue} other {Adopt # issues}}',
  makeNew: 'Make new issues',
  adopts:
    '{count, plural, one {# issue is} other {# issues are}} adopted: they belong to this review from the next sync on.',
  nothing: 'Nothing to do',
  nothingHint:
    'The review and the backlog agree: {count, plural, one {# issue is} other {# issues are}} up to date.',
  stay: '{count, plural, one {# issue} other {# issues}} up to date.',
  kinds: {
    create: 'Create',
    update: 'Update',
    close: 'Close',
    reopen: 'Reopen',
    resolve: 'Resolve anew',
    choose: 'Change in AWS',
    notes: 'Notes in AWS',
  },
  fields: { title: 'Title', risk: 'Risk' },
  kindHint: {
    create: 'New issues in Jira',
    update: 'Texts, labels and risks of issues change',
    close: 'Issues are done, because the review says so',
    reopen: 'Issues are open again, because the review says so',
    resolve: 'Done issues are resolved in another way, because the review says so',
    choose: 'Choices of answers in AWS, because of how issues were done',
    notes: 'The Jira status in the notes of questions',
  },
  filters: 'Filter the plan',
  search: 'Find in the plan',
  searchHint: 'Title, key, question, label or reason',
  loading: 'Loading the plan: {count, plural, one {# change} other {# changes}} so far',
  loadFailed: 'The rest of the plan could not be loaded',
  all: '{count, plural, one {# change} other {# changes}}',
  shown: '{shown, number} of {all, plural, one {# change} other {# changes}} shown',
  noMatch: 'No change matches the filters.',
  clear: 'Clear the filters',
  expand: 'Expand all',
  collapse: 'Collapse all',
  epic: 'Epic',
  task: 'Task',
  subtask: 'Sub-task',
  newTask: 'New Task',
  outside: 'Not in the review any more',
  more: 'Show {count, number} more',
  hidden: 'An issue that you may not see',
  from: 'Before:',
  to: 'After:',
  means: {
    implemented: 'Resolved as implemented',
    notApplicable: 'Resolved as not applicable',
  },
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
  sync: 'Sync {count, plural, one {# change} other {# changes}}',
  syncNothing: 'Confirm, and sync',
  syncHint: 'Exactly this plan is applied. If something changes meanwhile, you see the new plan first.',
  startFailed: 'The sync could not be started',
  withDecisions: 'Preview with {count, plural, one {# decision} other {# decisions}}',
  decisionsHint: 'Your decisions change the plan: look at it once more before you sync.',
  decided: 'This plan contains {count, plural, one {# decision} other {# decisions}} of yours on conflicts.',
  elsewhere: 'This plan was made in another browser or by automatic mode. Preview again to sync.',
  viewer: 'Only people who administer this project can sync.',
} as const;

/** How many issues of each level; listed by the language's own rules. */
const levels = {
  epics: '{count, plural, one {# Epic} other {# Epics}}',
  tasks: '{count, plural, one {# Task} other {# Tasks}}',
  subtasks: '{count, plural, one {# Sub-task} other {# Sub-tasks}}',
} as const;

const result = {
  title: 'Synced: {name}',
  allDone: 'Everything was done',
  nothing: 'Nothing had to be changed',
  partly: 'Done, but not everything worked',
  needsPerson: 'Done, and something needs a person',
  unchanged: '{count, plural, one {# issue was} other {# issues were}} up to date.',
  created: 'Created {what}',
  updated: 'Updated {count, plural, one {# issue} other {# issues}}',
  closed: 'Closed {count, plural, one {# issue} other {# issues}}',
  reopened: 'Reopened {count, plural, one {# issue} other {# issues}}',
  chosen: 'Changed {count, plural, one {# answer} other {# answers}} in AWS',
  notes: 'Wrote the notes of {count, plural, one {# question} other {# questions}}',
  calls:
    'It took {jira, plural, one {# call} other {# calls}} to Jira and {aws, plural, one {# call} other {# calls}} to AWS.',
  again: 'Sync again',
  triage: 'See the open best practices',
  settle: 'Whose side stays?',
  settleOf: 'Whose side stays: {title}',
  keepAws: 'Keep AWS',
  keepJira: 'Keep Jira',
  undecided: 'Not decided',
  text: { title: 'Title', description: 'Description' },
  old: 'As the app wrote it',
  now: 'AWS now',
  theirs: 'In Jira',
  recreate: 'Preview with deleted issues made again',
  removeBlocks: 'Preview with their status taken out of AWS',
} as const;

/** What a plan could do of an issue, and leaving it out. */
const proposals = {
  of: 'Proposed: {title}',
  take: {
    'below-epic': 'Put it below the Epic',
    renamed: 'It is the same',
    twin: 'Delete the newer one',
  },
  leave: {
    'below-epic': 'Leave it without a parent',
    renamed: 'They are two',
    twin: 'Leave both',
  },
} as const;

/** What a remark is about, and what to do. */
const remarks = {
  conflicts: {
    title: 'For a person to settle',
    hint: 'Both sides changed, apart. Nothing was written for these.',
  },
  failed: {
    title: 'Failed',
    hint: 'Mend what Jira or AWS says, and sync again: what was done is not done twice.',
  },
  adoptable: { title: 'Issues of this review', hint: 'Look at who made them before you choose.' },
  proposals: {
    title: 'Proposed',
    hint: 'Look at each. What you leave out stays as it is.',
  },
  notices: { title: 'Good to know', hint: 'Nothing to settle; the sync went on.' },
  outOfScope: {
    title: 'Out of scope',
    hint: 'Nothing is closed for that. Close these by hand, or widen the scope in the settings.',
  },
  movedInJira: {
    title: 'Moved in Jira',
    hint: 'The app tells you and undoes nothing. Answer the question in AWS accordingly, or move the issue back; the settings can let a done status select the best practice in AWS.',
  },
  fix: {
    'text-edited': 'To take AWS’s text, put it into the issue. To keep yours, do nothing.',
    'doubled-identity': 'Delete the copy, or its property "well-architected".',
    'moved-away': 'Move it back, or let the connection serve the other project.',
    'wrong-level':
      'Change its issue type to the one that the review asks for; where its project has none of that level, move it back first.',
    'deleted-in-jira':
      'If you want it again, preview with deleted issues made again. Its status stays in the notes in AWS unless Jira told that it was deleted, or you take it out.',
    'notes-full': 'Shorten what people wrote in the notes of this question, and sync again.',
    'outside-scope': 'Close it by hand if it is not wanted, or choose a wider scope.',
    'open-subtasks': 'Close what is open below it, and sync again.',
  },
} as const;

export const projectSync = { setup, run, plan, levels, result, proposals, remarks } as const;
