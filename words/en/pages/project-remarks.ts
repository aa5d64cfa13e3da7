/** What a remark is about, and what to do. */
export const projectRemarks = {
  conflicts: {
    title: 'For a person to settle',
    hint: 'Both sides changed, apart. Nothing was written for these.',
  },
  failed: {
    title: 'Failed',
    hint: 'Mend what Jira or AWS says, and sync again: what was done is not done twice.',
  },
  adoptable: { title: 'Work items of this review', hint: 'Look at who made them before you choose.' },
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
    hint: 'The app tells you and undoes nothing. Answer the question in AWS accordingly, or move the work item back; the settings can let a done status select the best practice in AWS.',
  },
  fix: {
    'text-edited': 'To take AWS’s text, put it into the work item. To keep yours, do nothing.',
    'doubled-identity': 'Delete the copy, or its property "well-architected".',
    'moved-away': 'Move it back, or let the connection serve the other space.',
    'wrong-level':
      'Change its work type to the one that the review asks for; where its space has none of that level, move it back first.',
    'deleted-in-jira':
      'If you want it again, preview with deleted work items made again. Its status stays in the notes in AWS unless Jira told that it was deleted, or you take it out.',
    'notes-full': 'Shorten what people wrote in the notes of this question, and sync again.',
    'outside-scope': 'Close it by hand if it is not wanted, or choose a wider scope.',
    'open-subtasks': 'Close what is open below it, and sync again.',
  },
} as const;
