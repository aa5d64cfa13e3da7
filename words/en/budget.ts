/** Words of what the budget of changes says, by code: ICU messages. */
export const budget = {
  'closes-many': '{moving} of {there} open work items would close at once',
  'reopens-many': '{moving} of {there} done work items would reopen at once',
  'finishes-many-items':
    '{changing} of {there} open best practices would be selected or marked not applicable in AWS at once',
  'opens-many-items':
    '{changing} of {there} best practices that are selected or not applicable would be unselected in AWS at once',
  'removes-many-blocks':
    'the Jira status would be taken out of the notes of {removing} of {there} questions in AWS at once',

  'many-in-a-day':
    '{kind, select, issuesClosed {{more} open work items would close} issuesReopened {{more} done work items would reopen} choicesFinished {{more} open best practices would be selected or marked not applicable in AWS} choicesOpened {{more} best practices would be unselected in AWS} other {the Jira status would be taken out of the notes of {more} questions in AWS}}, after {before} within 24 hours: together more than half of the {there} there were then',
  'kind-waits':
    '{kind, select, issuesClosed {{changes, plural, =0 {open work items} one {# open work item} other {# open work items}} would close} issuesReopened {{changes, plural, =0 {done work items} one {# done work item} other {# done work items}} would reopen} choicesFinished {{changes, plural, =0 {best practices} one {# best practice} other {# best practices}} would be selected or marked not applicable in AWS} choicesOpened {{changes, plural, =0 {best practices} one {# best practice} other {# best practices}} would be unselected in AWS} other {the Jira status would be taken out of the notes of {changes, plural, =0 {questions} one {# question} other {# questions}} in AWS}}; such changes were stopped or put back before, and wait until a person confirms them',

  'done-within-day':
    '{kind, select, issuesClosed {{changes, plural, one {# work item was} other {# work items were}} closed} issuesReopened {{changes, plural, one {# work item was} other {# work items were}} reopened} choicesFinished {{changes, plural, one {# best practice was} other {# best practices were}} selected or marked not applicable in AWS} choicesOpened {{changes, plural, one {# best practice was} other {# best practices were}} unselected in AWS} other {the Jira status was taken out of the notes of {changes, plural, one {# question} other {# questions}} in AWS}}',
  'practice-was':
    'from {was, select, selected {selected} notApplicable {not applicable{wasWhy, select, OUT_OF_SCOPE { (out of scope)} BUSINESS_PRIORITIES { (business priorities)} ARCHITECTURE_CONSTRAINTS { (architecture constraints)} OTHER { (other)} other {}}} other {not selected}}{cleared, select, yes { (none of these)} other {}} to {is, select, selected {selected} notApplicable {not applicable{isWhy, select, OUT_OF_SCOPE { (out of scope)} BUSINESS_PRIORITIES { (business priorities)} ARCHITECTURE_CONSTRAINTS { (architecture constraints)} OTHER { (other)} other {}}} other {not selected}}',
  'issue-was': 'from {was, select, done {done} other {open}} to {is, select, done {done} other {open}}',
  'status-was': 'from {was} to {is}',
  'status-was-left': 'from {was} to {is, select, done {done} other {open}}',
  'status-left-notes': 'from a Jira status in the notes to none',
} as const;
