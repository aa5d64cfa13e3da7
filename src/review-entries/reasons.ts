/** Every reason that a review gives for its entries, with what it is about; `words/en/review.ts` has the words. */
import { reasonsOf, type None } from '../reason';
import type { Risk } from '../wellarchitected/model';

/** Why an item is not there any more, told of its issue: each has a row in `use-cases/visible.ts`. */
export interface ReviewRemarks {
  'lens-removed': None;
  'question-withdrawn': None;
  'practice-withdrawn': None;
}

export interface ReviewReasons extends ReviewRemarks {
  // How far an item is.
  'practice-selected': None;
  'practice-not-applicable': None;
  'practice-open': None;
  'question-not-applicable': None;
  'question-risk': { readonly risk: Risk };

  // Why settings leave an item out.
  'risk-outside-scope': { readonly risk: Risk };
  'not-selected': None;

  // What of a property changes.
  risk: { readonly old: string; readonly new: string };

  // What is wrong with a selection; `count` of names are known.
  'unknown-name': {
    readonly kind: 'lens' | 'pillar' | 'question';
    readonly name: string;
    readonly known: readonly string[];
    readonly count: number;
  };
}

/** A reason of the table with its params. */
export const because = reasonsOf<ReviewReasons>();
