/** How the API shows answers and improvements. */
import type { AdditionalResource, Choice, Content, Question } from '../lens/lens';
import { answerOf, riskOf } from './answers';
import type { QuestionInPillar, Review } from './find';
import type { AnswerRecord, ChoiceAnswer, Records } from './records';

/** What GetAnswer shows: with Notes, descriptions and links of the question. */
export function answerView(records: Records, { workload, lens }: Review, at: QuestionInPillar): unknown {
  const { question } = at;
  const answer = answerOf(records, workload.id, lens, question);
  const plan = improvementPlanUrl(question, answer);
  return {
    ...answerCore(at, answer),
    Risk: riskOf(lens, question, answer),
    ...(question.description === undefined ? {} : { QuestionDescription: question.description }),
    ...helpfulResource(question),
    ...(plan === undefined ? {} : { ImprovementPlanUrl: plan }),
    ChoiceAnswers: answeredChoices(question, answer).map((choice) => ({
      ...choiceStatus(choice),
      ...(choice.notes === undefined ? {} : { Notes: choice.notes }),
    })),
    ...(answer.notes === undefined ? {} : { Notes: answer.notes }),
  };
}

/** What ListAnswers shows: no Notes and no ImprovementPlanUrl. */
export function answerSummary(records: Records, { workload, lens }: Review, at: QuestionInPillar): unknown {
  const answer = answerOf(records, workload.id, lens, at.question);
  return {
    ...answerCore(at, answer),
    Risk: riskOf(lens, at.question, answer),
    ChoiceAnswerSummaries: answeredChoices(at.question, answer).map(choiceStatus),
  };
}

/** What ListLensReviewImprovements shows of a question at risk. */
export function improvementSummary(
  records: Records,
  { workload, lens }: Review,
  at: QuestionInPillar,
): unknown {
  const { pillarId, question } = at;
  const answer = answerOf(records, workload.id, lens, question);
  const plan = improvementPlanUrl(question, answer);
  return {
    QuestionId: question.id,
    PillarId: pillarId,
    QuestionTitle: question.title,
    Risk: riskOf(lens, question, answer),
    ...(plan === undefined ? {} : { ImprovementPlanUrl: plan }),
    ...(lens.form === 'custom' ? { ImprovementPlans: choiceImprovementPlans(question, answer) } : {}),
  };
}

function answerCore({ pillarId, question }: QuestionInPillar, answer: AnswerRecord): object {
  return {
    QuestionId: question.id,
    PillarId: pillarId,
    QuestionTitle: question.title,
    Choices: question.choices.map(choiceView),
    SelectedChoices: selectedIds(question, answer),
    IsApplicable: answer.isApplicable,
    ...(answer.reason === undefined ? {} : { Reason: answer.reason }),
  };
}

/** Only for official lenses, and only once the question has been answered (service model). */
function improvementPlanUrl(question: Question, answer: AnswerRecord): string | undefined {
  return answer.answered ? question.url : undefined;
}

function helpfulResource(question: Question): object {
  const { text, url } = question.helpfulResource ?? {};
  return {
    ...(text === undefined ? {} : { HelpfulResourceDisplayText: text }),
    ...(url === undefined
      ? question.url === undefined
        ? {}
        : { HelpfulResourceUrl: question.url }
      : { HelpfulResourceUrl: url }),
  };
}

function choiceView(choice: Choice): object {
  const { description, helpfulResource: helpful, improvementPlan: plan, additionalResources } = choice;
  return {
    ChoiceId: choice.id,
    Title: choice.title,
    ...(description === undefined ? {} : { Description: description }),
    ...(helpful === undefined ? {} : { HelpfulResource: contentView(helpful) }),
    ...(plan === undefined ? {} : { ImprovementPlan: contentView(plan) }),
    ...(additionalResources === undefined
      ? {}
      : { AdditionalResources: additionalResources.map(additionalView) }),
  };
}

function additionalView({ type, content }: AdditionalResource): object {
  return { Type: type, Content: content.map(contentView) };
}

function contentView({ text, url }: Content): object {
  return { ...(text === undefined ? {} : { DisplayText: text }), ...(url === undefined ? {} : { Url: url }) };
}

function selectedIds(question: Question, answer: AnswerRecord): readonly string[] {
  return answeredChoices(question, answer)
    .filter((choice) => choice.status === 'SELECTED')
    .map((choice) => choice.id);
}

/** A lens upgrade may have withdrawn choices that were answered. */
function answeredChoices(question: Question, answer: AnswerRecord): readonly ChoiceAnswer[] {
  return answer.choices.filter((answered) => question.choices.some((choice) => choice.id === answered.id));
}

function choiceStatus(choice: ChoiceAnswer): object {
  return { ChoiceId: choice.id, Status: choice.status, Reason: choice.reason ?? 'NONE' };
}

function choiceImprovementPlans(question: Question, answer: AnswerRecord): readonly object[] {
  const done = new Set(
    answer.choices.filter((choice) => choice.status !== 'UNSELECTED').map((choice) => choice.id),
  );
  return question.choices
    .filter((choice) => choice.id !== question.none && !done.has(choice.id))
    .flatMap(({ id, improvementPlan: plan }) => (plan === undefined ? [] : [improvementPlanView(id, plan)]));
}

function improvementPlanView(id: string, { text, url }: Content): object {
  return {
    ChoiceId: id,
    ...(text === undefined ? {} : { DisplayText: text }),
    ...(url === undefined ? {} : { ImprovementPlanUrl: url }),
  };
}
