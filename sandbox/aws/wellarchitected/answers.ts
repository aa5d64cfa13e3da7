/** Answers of a review: what is stored, what risk it means, how an update changes it. */
import { type Lens, type Question } from '../lens/lens';
import { answeredRisk } from '../lens/risk';
import { fieldError, validationError } from './errors';
import type { AnswerRecord, ChoiceAnswer, ChoiceStatus, PublishedLens, Reason, Records } from './records';

export type Risk = 'UNANSWERED' | 'HIGH' | 'MEDIUM' | 'NONE' | 'NOT_APPLICABLE';

/** Only the risks that occur, as the tool's answers do. */
export type RiskCounts = Partial<Record<Risk, number>>;

export const UNANSWERED: AnswerRecord = { answered: false, isApplicable: true, choices: [] };

export interface AnswerUpdate {
  readonly SelectedChoices?: readonly string[] | undefined;
  readonly ChoiceUpdates?: Readonly<Record<string, ChoiceUpdate>> | undefined;
  readonly Notes?: string | undefined;
  readonly IsApplicable?: boolean | undefined;
  readonly Reason?: Reason | undefined;
}

export interface ChoiceUpdate {
  readonly Status: ChoiceStatus;
  readonly Reason?: Reason | undefined;
  readonly Notes?: string | undefined;
}

export function answerKey(workloadId: string, lens: PublishedLens, questionId: string): string {
  return `${workloadId} ${lens.arn} ${questionId}`;
}

export function answerOf(
  records: Records,
  workloadId: string,
  lens: PublishedLens,
  question: Question,
): AnswerRecord {
  return records.answers.get(answerKey(workloadId, lens, question.id)) ?? UNANSWERED;
}

const risks = new WeakMap<AnswerRecord, { readonly question: Question; readonly risk: Risk }>();

/** The risk of a question, computed once for each stored answer. */
export function riskOf(lens: Lens, question: Question, answer: AnswerRecord): Risk {
  if (!answer.isApplicable) return 'NOT_APPLICABLE';
  if (!answer.answered) return 'UNANSWERED';
  const known = risks.get(answer);
  if (known?.question === question) return known.risk;
  const withStatus = (status: ChoiceStatus): ReadonlySet<string> =>
    new Set(answer.choices.filter((choice) => choice.status === status).map((choice) => choice.id));
  const risk = answeredRisk(lens, question, withStatus('SELECTED'), withStatus('NOT_APPLICABLE'));
  risks.set(answer, { question, risk });
  return risk;
}

export function countRisks(
  records: Records,
  workloadId: string,
  lens: PublishedLens,
  questions: readonly Question[],
): RiskCounts {
  const counts: RiskCounts = {};
  for (const question of questions) {
    const risk = riskOf(lens, question, answerOf(records, workloadId, lens, question));
    counts[risk] = (counts[risk] ?? 0) + 1;
  }
  return counts;
}

/**
 * What UpdateAnswer makes of an answer. An absent member changes nothing, so Notes alone leave choices alone.
 * SelectedChoices replace what was selected. Choices given once keep the question answered, even with nothing
 * selected (unverified, A22). "None of these" and a practice exclude each other: the
 * one that this update selects wins, and selecting both at once is refused (unverified, A23).
 *
 * @throws AwsError ValidationException for a choice that the question does not have.
 */
export function updateAnswer(question: Question, answer: AnswerRecord, update: AnswerUpdate): AnswerRecord {
  const { SelectedChoices: selected, ChoiceUpdates: updates } = update;
  checkChoices(question, 'SelectedChoices', selected ?? []);
  checkChoices(question, 'ChoiceUpdates', Object.keys(updates ?? {}));
  const isApplicable = update.IsApplicable ?? answer.isApplicable;
  const reason = update.Reason ?? answer.reason;
  const notes = update.Notes ?? answer.notes;
  return {
    answered: answer.answered || selected !== undefined || updates !== undefined,
    isApplicable,
    choices: excludeNone(question, applyChoices(question, answer.choices, update), newlySelected(update)),
    ...(reason === undefined ? {} : { reason }),
    ...(notes === undefined || notes === '' ? {} : { notes }),
  };
}

function applyChoices(
  question: Question,
  before: readonly ChoiceAnswer[],
  { SelectedChoices: selected, ChoiceUpdates: updates }: AnswerUpdate,
): readonly ChoiceAnswer[] {
  return question.choices.flatMap(({ id }) => {
    const replaced = replaceSelection(
      id,
      before.find((choice) => choice.id === id),
      selected,
    );
    const update = updates !== undefined && Object.hasOwn(updates, id) ? updates[id] : undefined;
    const after = update === undefined ? replaced : applyUpdate(id, replaced, update);
    return after === undefined ? [] : [after];
  });
}

function replaceSelection(
  id: string,
  before: ChoiceAnswer | undefined,
  selected: readonly string[] | undefined,
): ChoiceAnswer | undefined {
  if (selected === undefined) return before;
  if (selected.includes(id)) return { ...before, id, status: 'SELECTED' };
  return before?.status === 'SELECTED' ? { ...before, status: 'UNSELECTED' } : before;
}

function applyUpdate(id: string, before: ChoiceAnswer | undefined, update: ChoiceUpdate): ChoiceAnswer {
  const notes = update.Notes ?? before?.notes;
  return {
    id,
    status: update.Status,
    ...(update.Reason === undefined ? {} : { reason: update.Reason }),
    ...(notes === undefined || notes === '' ? {} : { notes }),
  };
}

function newlySelected({
  SelectedChoices: selected,
  ChoiceUpdates: updates,
}: AnswerUpdate): ReadonlySet<string> {
  const updated = Object.entries(updates ?? {}).filter(([, { Status }]) => Status === 'SELECTED');
  return new Set([...(selected ?? []), ...updated.map(([id]) => id)]);
}

function excludeNone(
  question: Question,
  choices: readonly ChoiceAnswer[],
  selectedNow: ReadonlySet<string>,
): readonly ChoiceAnswer[] {
  const { none } = question;
  if (none === undefined) return choices;
  const othersSelectedNow = [...selectedNow].some((id) => id !== none);
  if (selectedNow.has(none) && othersSelectedNow) {
    throw validationError(`"None of these" (${none}) cannot be selected together with other choices`);
  }
  const loses = (choice: ChoiceAnswer): boolean =>
    selectedNow.has(none) ? choice.id !== none : othersSelectedNow && choice.id === none;
  return choices.map((choice) =>
    choice.status === 'SELECTED' && loses(choice) ? { ...choice, status: 'UNSELECTED' } : choice,
  );
}

function checkChoices(question: Question, field: string, ids: readonly string[]): void {
  const unknown = ids.find((id) => !question.choices.some((choice) => choice.id === id));
  if (unknown === undefined) return;
  throw fieldError({ Name: field, Message: `question ${question.id} has no choice with ID ${unknown}` });
}
