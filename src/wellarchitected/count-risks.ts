import type { Question, RiskCounts } from './model';

/** How many of the questions have each risk. Pure. */
export function countRisks(questions: readonly Pick<Question, 'risk'>[]): RiskCounts {
  const count = (risk: Question['risk']) => questions.filter((question) => question.risk === risk).length;
  return {
    UNANSWERED: count('UNANSWERED'),
    HIGH: count('HIGH'),
    MEDIUM: count('MEDIUM'),
    NONE: count('NONE'),
    NOT_APPLICABLE: count('NOT_APPLICABLE'),
  };
}
