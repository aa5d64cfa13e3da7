import type { PracticeState } from '../wellarchitected/model';
import type { Side } from './link';

/** What the review says of a best practice, with the words for it. */
export interface PracticeSide {
  readonly side: Side;
  readonly because: string;
}

/** A best practice is out of the way when it is selected or not applicable, or its whole question is not. */
export function practiceSide(practice: PracticeState, applicable: boolean): PracticeSide {
  if (!applicable) return { side: 'done', because: QUESTION_NOT_APPLICABLE };
  switch (practice) {
    case 'selected':
      return { side: 'done', because: 'the best practice is selected' };
    case 'notApplicable':
      return { side: 'done', because: 'the best practice is marked not applicable' };
    case 'open':
      return { side: 'open', because: 'the best practice is not selected' };
  }
}

export const QUESTION_NOT_APPLICABLE = 'the question is marked not applicable';
