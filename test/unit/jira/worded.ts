import { inWords } from '../../../src/in-words';
import type { CreateAnswer, ProfileAnswer, WriteAnswer } from '../../../src/jira/jira';

/** An answer of Jira's client with its reasons in words, as people read them. */
export function worded(answer: WriteAnswer): WriteAnswer;
export function worded(answer: CreateAnswer): CreateAnswer;
export function worded(answer: ProfileAnswer): ProfileAnswer;
export function worded(
  answer: WriteAnswer | CreateAnswer | ProfileAnswer,
): WriteAnswer | CreateAnswer | ProfileAnswer {
  switch (answer.kind) {
    case 'refused':
    case 'lost':
      return { ...answer, reason: inWords(answer.reason) };
    case 'answered': {
      const rejected = answer.rejected.map((each) => ({ ...each, reason: inWords(each.reason) }));
      return { ...answer, rejected };
    }
    case 'blocked':
      return { ...answer, problems: answer.problems.map(inWords) };
    default:
      return answer;
  }
}
