/** States of best practices, in the plan's terms and in AWS's. Pure. */
import type { ItemState, NewState } from '../plan/entry';
import {
  CHOICE_REASONS,
  type ChoiceReason,
  type ChoiceUpdate,
  type PracticeState,
} from '../wellarchitected/model';
import { because } from './reasons';

/**
 * A best practice is out of the way when it is selected or not applicable, or its whole question is not: AWS's
 * choices of such a question are left alone.
 */
export function itemState(practice: PracticeState, applicable: boolean): ItemState {
  if (!applicable)
    return { is: 'notApplicable', mayChange: false, because: because('question-not-applicable') };
  return {
    is: practice === 'selected' ? 'implemented' : practice,
    mayChange: true,
    because: because(CODES[practice]),
  };
}

const CODES = {
  selected: 'practice-selected',
  notApplicable: 'practice-not-applicable',
  open: 'practice-open',
} as const satisfies Readonly<Record<PracticeState, string>>;

/** What a choice of an answer becomes, in AWS's terms. Throws for a reason that is none of AWS's. */
export function choiceUpdate(to: NewState): ChoiceUpdate {
  switch (to.is) {
    case 'open':
      return { status: 'UNSELECTED' };
    case 'implemented':
      return { status: 'SELECTED' };
    case 'notApplicable':
      return { status: 'NOT_APPLICABLE', reason: choiceReason(to.reason) };
  }
}

function choiceReason(reason: string): ChoiceReason {
  const found = CHOICE_REASONS.find((each) => each === reason);
  if (found === undefined) throw new Error(`"${reason}" is no reason of AWS's why a choice does not apply`);
  return found;
}
