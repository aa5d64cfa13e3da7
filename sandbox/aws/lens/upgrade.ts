/** What a new version of a lens may change; each makes a lens, none changes one. */
import type { Choice, Lens, Question } from './lens';

/** The lens with another version number. */
export function asVersion(lens: Lens, version: string): Lens {
  return { ...lens, version };
}

/** @throws Error for a question that the lens does not have. */
export function renameQuestion(lens: Lens, questionId: string, title: string): Lens {
  return changeQuestion(lens, questionId, (question) => ({ ...question, title }));
}

/** @throws Error for a question or practice that the lens does not have. */
export function renamePractice(lens: Lens, questionId: string, choiceId: string, title: string): Lens {
  return changeChoices(lens, questionId, choiceId, (choice) => [{ ...choice, title }]);
}

/**
 * Takes a practice out. Risk rules that name it stay and see it as not selected.
 *
 * @throws Error for a question or practice that the lens does not have.
 */
export function withdrawPractice(lens: Lens, questionId: string, choiceId: string): Lens {
  return changeChoices(lens, questionId, choiceId, () => []);
}

/** @throws Error for a question that the lens does not have. */
export function withdrawQuestion(lens: Lens, questionId: string): Lens {
  requireQuestion(lens, questionId);
  return mapQuestions(lens, (question) => (question.id === questionId ? [] : [question]));
}

function changeChoices(
  lens: Lens,
  questionId: string,
  choiceId: string,
  change: (choice: Choice) => readonly Choice[],
): Lens {
  return changeQuestion(lens, questionId, (question) => {
    if (!question.choices.some(({ id }) => id === choiceId)) {
      throw new Error(`question ${questionId} has no choice ${choiceId}`);
    }
    const choices = question.choices.flatMap((choice) =>
      choice.id === choiceId ? change(choice) : [choice],
    );
    return { ...question, choices };
  });
}

function changeQuestion(lens: Lens, questionId: string, change: (question: Question) => Question): Lens {
  requireQuestion(lens, questionId);
  return mapQuestions(lens, (question) => [question.id === questionId ? change(question) : question]);
}

function requireQuestion(lens: Lens, questionId: string): void {
  const has = lens.pillars.some((pillar) => pillar.questions.some(({ id }) => id === questionId));
  if (!has) throw new Error(`the lens ${lens.name} has no question ${questionId}`);
}

function mapQuestions(lens: Lens, map: (question: Question) => readonly Question[]): Lens {
  const pillars = lens.pillars.map((pillar) => ({ ...pillar, questions: pillar.questions.flatMap(map) }));
  return { ...lens, pillars };
}
