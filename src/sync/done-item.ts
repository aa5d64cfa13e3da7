/** What a run did, one thing each, in the order in which it was done: for whoever keeps account of it. */
import type { Identity } from '../jira/model';
import type { Answer } from '../wellarchitected/answers';
import type { PracticeState } from '../wellarchitected/model';
import { practiceIn } from './question-review';

export type DoneItem =
  | {
      readonly kind: 'issue';
      readonly what: 'created' | 'updated' | 'closed' | 'reopened' | 'resolved' | 'deleted';
      readonly issueKey: string;
    }
  | ({ readonly kind: 'answer'; readonly question: QuestionName; readonly issueKey: string } & ChangedChoice)
  | {
      readonly kind: 'notes';
      readonly question: QuestionName;
      readonly what: 'written' | 'removed';
      /** Of the Task; absent where it is gone. */
      readonly issueKey?: string;
    };

export type QuestionName = Pick<Identity, 'lens' | 'question'>;

export interface ChangedChoice {
  /** Id of the choice. */
  readonly choice: string;
  readonly from: PracticeState;
  readonly to: PracticeState;
}

/** Which of the choices a write changed, from the answers before and after it. Pure. */
export function changedChoices(
  before: Answer,
  after: Answer,
  choices: Iterable<string>,
): readonly ChangedChoice[] {
  return [...new Set(choices)]
    .map((choice) => ({ choice, from: practiceIn(before, choice), to: practiceIn(after, choice) }))
    .filter(({ from, to }) => from !== to);
}

/** What a write was to change: a choice, of which question, told by which issue. */
export interface Wished {
  readonly choice: string | undefined;
  readonly question: QuestionName;
  readonly issueKey: string;
}

/**
 * The choices that a write changed, each with its issue. One that nobody wished is "None of these": it goes with the
 * first that was. Pure.
 */
export function answerItems(
  changed: readonly ChangedChoice[],
  wished: readonly Wished[],
): readonly DoneItem[] {
  return changed.flatMap((change) => {
    const of = wished.find(({ choice }) => choice === change.choice) ?? wished[0];
    return of === undefined
      ? []
      : [{ kind: 'answer', question: of.question, issueKey: of.issueKey, ...change } as const];
  });
}
