import { inWords } from '../../../src/in-words';
import type { CreateAnswer, MoveAnswer, ProfileAnswer, WriteAnswer } from '../../../src/jira/jira';
import type { Reason } from '../../../src/reason';

export type Worded<T> = T extends Reason
  ? string
  : T extends readonly (infer E)[]
    ? readonly Worded<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Worded<T[K]> }
      : T;

/** An answer of Jira's client with its reasons in words, as people read them. */
export function worded<T extends WriteAnswer | MoveAnswer | CreateAnswer | ProfileAnswer>(
  answer: T,
): Worded<T>;
export function worded(
  answer: WriteAnswer | MoveAnswer | CreateAnswer | ProfileAnswer,
): Worded<WriteAnswer | MoveAnswer | CreateAnswer | ProfileAnswer> {
  switch (answer.kind) {
    case 'refused':
    case 'stuck':
    case 'interrupted':
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
