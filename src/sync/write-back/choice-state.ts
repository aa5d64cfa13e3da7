/** A choice of an answer with what people gave beside its state. Pure. */
import type { Answer } from '../../wellarchitected/answers';
import { CHOICE_REASONS, type ChoiceUpdate, type PracticeState } from '../../wellarchitected/model';
import { practiceIn } from '../question-review';

/** Of reason and note `null`: there is none, absent: it is not known. */
export interface ChoiceState {
  readonly state: PracticeState;
  /** Why it does not apply, in AWS's terms. */
  readonly reason?: string | null;
  readonly notes?: string | null;
}

/** All of it is known. */
export function choiceIn(answer: Answer, choice: string): Required<ChoiceState> {
  const { reason = null, notes = null } = answer.choiceDetails.get(choice) ?? {};
  return { state: practiceIn(answer, choice), reason, notes };
}

/** Whether an answer has the choice so, as far as that is known. */
export function isIn(answer: Answer, choice: string, as: ChoiceState): boolean {
  const now = choiceIn(answer, choice);
  if (now.state !== as.state) return false;
  const isReason = as.reason === undefined || as.state !== 'notApplicable' || now.reason === as.reason;
  return isReason && (as.notes === undefined || now.notes === as.notes);
}

/** What makes a choice so; a reason that is not known is AWS's OTHER, and a note that is not known stays. */
export function updateTo({ state, reason, notes }: ChoiceState): ChoiceUpdate {
  const note = notes === undefined ? {} : { notes: notes ?? '' };
  switch (state) {
    case 'open':
      return { status: 'UNSELECTED', ...note };
    case 'selected':
      return { status: 'SELECTED', ...note };
    case 'notApplicable':
      return { status: 'NOT_APPLICABLE', reason: reasonOf(reason), ...note };
  }
}

function reasonOf(reason: string | null | undefined): Extract<ChoiceUpdate, { reason: string }>['reason'] {
  if (reason === null) return 'NONE';
  return CHOICE_REASONS.find((each) => each === reason) ?? 'OTHER';
}
