/** Ways to answer a whole review at once. */
import type { AwsAdmin } from './admin';
import { practicesOf, type Question } from './lens/lens';
import { seededRandom } from '../random';
import type { AnswerUpdate, ChoiceUpdate } from './wellarchitected/answers';
import type { PublishedLens } from './wellarchitected/records';

type ChoiceUpdates = Record<string, ChoiceUpdate>;

/** `none`: answered with nothing in place. A seed: answered at random, but repeatably. */
export type Answered = 'unanswered' | 'none' | { readonly seed: number };

/** @throws Error that says what `--answered` takes. */
export function parseAnswered(text: string | undefined): Answered {
  if (text === undefined) return 'unanswered';
  if (text === 'none') return 'none';
  const seed = /^seed:(\d{1,9})$/u.exec(text)?.[1];
  if (seed !== undefined) return { seed: Number(seed) };
  throw new Error(`--answered takes "none" or "seed:N" (N a whole number), not "${text}"`);
}

/** Answers every question of a lens. */
export function answerLens(
  admin: AwsAdmin,
  workloadId: string,
  lens: PublishedLens,
  answered: Answered,
): void {
  if (answered === 'unanswered') return;
  for (const question of lens.pillars.flatMap((pillar) => pillar.questions)) {
    admin.setAnswer(workloadId, lens.alias, question.id, answerFor(lens, question, answered));
  }
}

function answerFor(
  lens: PublishedLens,
  question: Question,
  answered: 'none' | { seed: number },
): AnswerUpdate {
  if (answered === 'none') return nothingInPlace(question);
  const random = seededRandom(`${answered.seed}/${lens.name}/${question.id}`);
  const draw = random();
  if (draw < 0.05) return { IsApplicable: false, Reason: 'OUT_OF_SCOPE' };
  if (draw < 0.15) return nothingInPlace(question);
  return { ChoiceUpdates: randomChoices(question, random, random()) };
}

/** "None of these" where there is one; else answered with nothing selected, a convention of the stand-in. */
function nothingInPlace(question: Question): AnswerUpdate {
  return { SelectedChoices: question.none === undefined ? [] : [question.none] };
}

function randomChoices(question: Question, random: () => number, share: number): ChoiceUpdates {
  const updates = practicesOf(question).flatMap(({ id }): [string, ChoiceUpdate][] => {
    const [outOfScope, drawn] = [random() < 0.05, random() < share];
    if (outOfScope) return [[id, { Status: 'NOT_APPLICABLE', Reason: 'OUT_OF_SCOPE' }]];
    return drawn ? [[id, { Status: 'SELECTED' }]] : [];
  });
  return Object.fromEntries(updates);
}
