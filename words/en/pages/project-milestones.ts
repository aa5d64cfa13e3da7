/** The project page's part on milestones. */
export const projectMilestones = {
  title: 'Milestones',
  of: 'Milestones of {workload}',
  lead: 'A milestone keeps the answers of a review as they are. AWS lists it too; a saved milestone cannot be changed.',
  loading: 'Loading the milestones',
  workload: 'Workload',
  noWorkload: 'No workload of this space syncs yet',
  noWorkloadHint: 'Milestones are of workloads that are linked to this space.',
  none: 'No milestone is saved yet. Save one now, and compare later what has changed since.',
  noneForViewers: 'No milestone is saved yet. A space admin saves them here.',
  used: '{count, number} of {most, number} milestones are used',
  fullHint: 'AWS keeps no more of a workload, and deletes none.',

  name: 'Name of the milestone',
  nameHint: 'A date and what it was, such as “2026-06-01 Sprint 24”.',
  save: 'Save a milestone',
  saved: 'Milestone “{name}” saved',
  saveFailed: 'The milestone was not saved',
  problems: {
    length: 'Enter 3 to 100 characters.',
    taken: 'A milestone of this workload has this name; blanks and capitals make no other one.',
  },

  columns: {
    name: 'Milestone',
    saved: 'Saved',
    risks: 'Questions at risk',
    pillar: 'Pillar',
    high: 'High risk',
    medium: 'Medium risk',
    unanswered: 'Unanswered',
  },
  now: 'Now',
  nowHint: 'As the review is in AWS',
  compare: 'Compare',
  chooseTwo: 'Choose two of them.',

  all: 'All milestones',
  comparing: 'Comparing the two states',
  summary:
    '{gained, plural, =0 {No practice} one {# practice} other {# practices}} gained, {lost, plural, =0 {none} other {#}} lost',
  between: '{workload}, from “{before}” to {after}.',
  onlyBefore: 'No longer among the lenses of the workload: {lenses}.',
  onlyAfter: 'New among the lenses of the workload: {lenses}.',
  versions:
    'The lens was version {before} and is version {after}: questions and practices are compared by their IDs.',
  withoutPartner:
    'Practices of only one version, neither gained nor lost: {before, number} of the earlier, {after, number} of the later.',
  allPillars: 'All pillars',
  same: '{count, number}',
  change: '{before, number} before, {after, number} after',
  lost: '{count, plural, one {# practice} other {# practices}} lost',
  gained: '{count, plural, one {# practice} other {# practices}} gained',
  excepted: '{count, plural, one {# does} other {# do}} not apply any more',
  noLongerExcepted: '{count, plural, one {# applies} other {# apply}} again',
  answered: '{count, plural, one {# question} other {# questions}} newly answered',
} as const;
