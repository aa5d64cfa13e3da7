/** Every reason that a plan gives, with what it is about; `words/en/plan.ts` has the words. */
import type { Level } from '../jira/model';
import { reasonsOf, type IssueRef, type None, type Reason } from '../reason';

/** What is told of an issue: each has a row in `use-cases/visible.ts`. */
export interface PlanRemarks {
  // Why an issue is left alone, or not made.
  'doubled-identity': { readonly issues: readonly IssueRef[] };
  'moved-away': { readonly project: string };
  'moved-where-closed': { readonly project: string };
  'epic-apart': { readonly epic: IssueRef };
  'task-apart': None;
  'wrong-level': { readonly expected: Level; readonly actual: Level };
  'deleted-in-jira': None;
  uncertain: None;
  'no-parent': { readonly parent: Level };

  // What is told of an issue.
  'outside-scope': { readonly because: Reason };
  'text-edited': None;
  /** `edited`: a text of the issue was too. */
  'moved-apart': {
    readonly of: 'source' | 'children';
    readonly because: Reason;
    readonly status: string;
    readonly edited: 'yes' | 'no';
  };
  /** Both are finished, not in the same way. `edited`: a text of the issue was changed too. */
  'finished-apart': { readonly because: Reason; readonly how: Reason; readonly edited: 'yes' | 'no' };
  'done-otherwise': { readonly difference: Reason };
  'done-in-jira': { readonly difference: Reason };
  'open-in-jira': { readonly difference: Reason };

  // What is proposed, done or not.
  'below-epic': { readonly taken: 'yes' | 'no' };
}

export interface PlanReasons extends PlanRemarks {
  // How Jira and the source, or the children, differ, and why that stays.
  'differs-from-source': { readonly status: string; readonly because: Reason };
  'differs-from-children': { readonly status: string; readonly because: Reason };
  'source-takes-no-change': { readonly status: string; readonly because: Reason };
  'meaning-not-set': { readonly how: Reason; readonly because: Reason };
  'done-anew': { readonly how: Reason; readonly because: Reason };
  'says-otherwise': {
    readonly how: Reason;
    readonly says: 'implemented' | 'notApplicable';
    readonly because: Reason;
  };

  // How an issue was done.
  'resolved-as': { readonly status: string; readonly resolution: string };
  unresolved: { readonly status: string };

  // Why the source is told.
  'means-implemented': { readonly how: Reason };
  /** `reason` is the source's own term. */
  'means-not-applicable': { readonly how: Reason; readonly reason: string };
  reopened: { readonly status: string };

  // Why a parent is open or finished.
  'no-child-open': None;
  'child-open': None;
  'children-done': { readonly children: Level };
  'children-not-done': { readonly children: Level };

  // What an update changes.
  title: { readonly old: string; readonly new: string };
  description: None;
  'label-added': { readonly label: string };
  'label-removed': { readonly label: string };
  property: None;
  parent: None;

  // Why a plan is implausible.
  'source-emptied': { readonly issues: number };
  'all-items-gone': { readonly tasks: number };
}

/** A reason of the table with its params. */
export const because = reasonsOf<PlanReasons>();
