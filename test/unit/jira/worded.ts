import { inWords } from '../../../src/in-words';
import type { CreateAnswer, ProfileAnswer, WriteAnswer } from '../../../src/jira/jira';
import type { Reason } from '../../../src/reason';

export type Worded<T> = T extends Reason
  ? string
  : T extends readonly (infer E)[]
    ? readonly Worded<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Worded<T[K]> }
      : T;

/** An answer of Jira's client with its reasons in words, as people read them. */
export function worded<T extends WriteAnswer | CreateAnswer | ProfileAnswer>(answer: T): Worded<T>;
export function worded(
  answer: WriteAnswer | CreateAnswer | ProfileAnswer,
): Worded<WriteAnswer | CreateAnswer | ProfileAnswer> {
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
