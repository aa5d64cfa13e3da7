import type { BudgetReasons } from '../../../../src/sync/budget/reasons';
import type { Samples } from '../said';

export const BUDGET: Samples<BudgetReasons> = {
  'closes-many': [{ moving: 10, there: 19 }, '10 of 19 open work items would close at once'],
  'reopens-many': [{ moving: 12, there: 12 }, '12 of 12 done work items would reopen at once'],
  'finishes-many-items': [
    { changing: 10, there: 10 },
    '10 of 10 open best practices would be selected or marked not applicable in AWS at once',
  ],
  'opens-many-items': [
    { changing: 12, there: 12 },
    '12 of 12 best practices that are selected or not applicable would be unselected in AWS at once',
  ],
  'removes-many-blocks': [
    { removing: 12, there: 20 },
    'the Jira status would be taken out of the notes of 12 of 20 questions in AWS at once',
  ],
  'many-in-a-day': [
    { kind: 'choicesFinished', more: 3, before: 51, there: 104 },
    '3 open best practices would be selected or marked not applicable in AWS, after 51 within 24 hours: together more than half of the 104 there were then',
  ],
  'kind-waits': [
    { kind: 'issuesClosed', changes: 1 },
    '1 open work item would close; such changes were stopped or put back before, and wait until a person confirms them',
  ],
  'done-within-day': [{ kind: 'issuesClosed', changes: 52 }, '52 work items were closed'],
  'practice-was': [
    { was: 'notApplicable', wasWhy: 'OUT_OF_SCOPE', is: 'selected', isWhy: 'none', cleared: 'no' },
    'from not applicable (out of scope) to selected',
  ],
  'issue-was': [{ was: 'open', is: 'done' }, 'from open to done'],
  'status-was': [{ was: 'To Do', is: 'Done' }, 'from To Do to Done'],
  'status-was-left': [{ was: 'To Do', is: 'done' }, 'from To Do to done'],
  'status-left-notes': [{}, 'from a Jira status in the notes to none'],
};
