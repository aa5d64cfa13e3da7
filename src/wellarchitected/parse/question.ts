/** One answer of ListAnswers as a question with its best practices. Pure. */
import type { LensKind } from '../arn';
import type { BestPractice, PracticeState, Question } from '../model';
import { practiceDescription, practiceGuidance, questionGuidance } from './guidance';
import type { WireAnswer, WireChoice } from './wire';

export interface LensContext {
  readonly kind: LensKind;
  /** Address of the improvement plan by question id, where AWS has one. */
  readonly improvementPlans: ReadonlyMap<string, string>;
}

export function parseQuestion(answer: WireAnswer, lens: LensContext): Question {
  const practices = distinctChoices(answer.Choices).filter((choice) => !isNoneChoice(choice));
  return {
    id: answer.QuestionId,
    title: answer.QuestionTitle ?? answer.QuestionId,
    risk: answer.Risk,
    applicable: answer.IsApplicable ?? answer.Risk !== 'NOT_APPLICABLE',
    guidance: questionGuidance(lens.improvementPlans.get(answer.QuestionId)),
    practices: practices.map((choice) => parsePractice(choice, stateOf(choice.ChoiceId, answer), lens.kind)),
  };
}

const NONE_TITLES = new Set(['none of these', 'none of the above']);

/**
 * Is this the choice that says that nothing is in place? It is no best practice and never becomes an issue.
 * An id that ends in `_no` decides alone: AWS's own lenses and the published custom lenses reserve it, and
 * the latter title it freely (`No secrets management`). Where the id says nothing the title does.
 */
export function isNoneChoice(choice: Pick<WireChoice, 'ChoiceId' | 'Title'>): boolean {
  if (/_no$/i.test(choice.ChoiceId)) return true;
  const title = (choice.Title ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
  return NONE_TITLES.has(title);
}

function parsePractice(choice: WireChoice, state: PracticeState, kind: LensKind): BestPractice {
  return {
    id: choice.ChoiceId,
    title: choice.Title ?? choice.ChoiceId,
    description: practiceDescription(choice),
    state,
    guidance: practiceGuidance(kind, choice),
  };
}

/** SelectedChoices decides; ChoiceAnswerSummaries add which of the others do not apply. */
function stateOf(choiceId: string, answer: WireAnswer): PracticeState {
  const status = answer.ChoiceAnswerSummaries.find((choice) => choice.ChoiceId === choiceId)?.Status;
  if (answer.SelectedChoices.includes(choiceId) || status === 'SELECTED') return 'selected';
  return status === 'NOT_APPLICABLE' ? 'notApplicable' : 'open';
}

/** An id that a lens repeats within a question would make two issues of one identity: the first counts. */
function distinctChoices(choices: readonly WireChoice[]): readonly WireChoice[] {
  return choices.filter(
    ({ ChoiceId }, index) => choices.findIndex((other) => other.ChoiceId === ChoiceId) === index,
  );
}
