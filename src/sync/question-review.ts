/** A review of one question alone, from its answer and from what the app remembers. Pure. */
import type { LinkedIssue } from './question-issues';
import type { Answer } from '../wellarchitected/answers';
import type { LensReview, PracticeState, Question, Review, Workload } from '../wellarchitected/model';

const NO_COUNTS = { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 } as const;

/**
 * The question with those of its best practices that have an issue and that the lens still has. Titles are those
 * that the app last wrote; names of lens and pillar, guidance and counts are not known. `undefined` where the
 * question has no Task, or a risk that the app does not know.
 */
export function reviewOfQuestion(
  workload: Workload,
  known: readonly LinkedIssue[],
  answer: Answer,
  lens: Pick<LensReview, 'identity' | 'alias'>,
): Review | undefined {
  const task = known.find(({ issue }) => issue.level === 'task');
  if (task === undefined || answer.risk === undefined) return undefined;
  const question: Question = {
    id: task.link.identity.question ?? '',
    title: task.link.summary,
    risk: answer.risk,
    applicable: answer.applicable,
    guidance: [],
    practices: known.flatMap(({ link: { identity, summary: title } }) =>
      identity.choice === undefined || !answer.practices.has(identity.choice)
        ? []
        : [practice(identity.choice, title, answer)],
    ),
  };
  const pillar = { id: task.link.pillar ?? '', name: '', riskCounts: NO_COUNTS, questions: [question] };
  const facts = { version: '', name: '', updatedAt: 0, riskCounts: NO_COUNTS };
  return { workload, lenses: [{ ...lens, ...facts, pillars: [pillar] }] };
}

function practice(id: string, title: string, answer: Answer): Question['practices'][number] {
  return { id, title, description: undefined, state: practiceIn(answer, id), guidance: [] };
}

/** The state of a best practice in an answer. */
export function practiceIn({ selected, notApplicable }: Answer, choiceId: string): PracticeState {
  if (selected.has(choiceId)) return 'selected';
  return notApplicable.has(choiceId) ? 'notApplicable' : 'open';
}
