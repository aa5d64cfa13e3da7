/** Every reason that the budget of changes gives; `words/en/budget.ts` has the words. */
import { reasonsOf, type None, type Reason } from '../../reason';
import type { PracticeState } from '../../wellarchitected/model';
import type { Kind } from './kinds';

export interface BudgetReasons {
  // Too many at once.
  'closes-many': { readonly moving: number; readonly there: number };
  'reopens-many': { readonly moving: number; readonly there: number };
  'finishes-many-items': { readonly changing: number; readonly there: number };
  'opens-many-items': { readonly changing: number; readonly there: number };
  'removes-many-blocks': { readonly removing: number; readonly there: number };

  /** Too many with those that were done within a day; `there`: a day ago. */
  'many-in-a-day': {
    readonly kind: Kind;
    readonly more: number;
    readonly before: number;
    readonly there: number;
  };
  /** Changes of this kind were stopped or put back, and nobody has confirmed any since; 0: how many is not known. */
  'kind-waits': { readonly kind: Kind; readonly changes: number };

  // What was done.
  'done-within-day': { readonly kind: Kind; readonly changes: number };
  /** Why it did not apply, in AWS's terms or `none`; `cleared`: "None of these" was selected before. */
  'practice-was': {
    readonly was: PracticeState;
    readonly wasWhy: string;
    readonly is: PracticeState;
    readonly isWhy: string;
    readonly cleared: 'yes' | 'no';
  };
  /** As far as their statuses are not known, or not for the reader. */
  'issue-was': { readonly was: 'open' | 'done'; readonly is: 'open' | 'done' };
  /** Names of statuses. */
  'status-was': { readonly was: string; readonly is: string };
  'status-was-left': { readonly was: string; readonly is: 'open' | 'done' };
  'status-left-notes': None;
}

/** A reason of the table with its params. */
export const because = reasonsOf<BudgetReasons>();

/** @param before how many of the kind were done within a day, without those that are planned now */
export function tooMany(kind: Kind, more: number, before: number, there: number): Reason {
  if (before > 0) return because('many-in-a-day', { kind, more, before, there });
  switch (kind) {
    case 'issuesClosed':
      return because('closes-many', { moving: more, there });
    case 'issuesReopened':
      return because('reopens-many', { moving: more, there });
    case 'choicesFinished':
      return because('finishes-many-items', { changing: more, there });
    case 'choicesOpened':
      return because('opens-many-items', { changing: more, there });
    case 'blocksRemoved':
      return because('removes-many-blocks', { removing: more, there });
  }
}
