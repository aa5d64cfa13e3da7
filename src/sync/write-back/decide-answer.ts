/** What to write into one answer, and what came of it: from the answer before and the answer after. Pure. */
import type { OwnQuestion } from '../../notes/installation';
import { looksOverwritten } from '../../notes/overwritten';
import { mergeNotes, removeBlock, type Removed } from '../../notes/merge';
import type { Conflict, Merged, NoRoom } from '../../notes/merged';
import type { Keep, QuestionStatus } from '../../notes/model';
import { parseNotes, type ParsedNotes } from '../../notes/parse-notes';
import { replaceEdited } from '../../notes/replace-edited';
import { blockCheck, type WrittenBlock } from '../../notes/written-block';
import type { Answer, AnswerChange } from '../../wellarchitected/answers';
import type { ChoiceUpdate, PracticeState } from '../../wellarchitected/model';
import { changedChoices, type ChangedChoice } from '../done-item';
import { practiceIn } from '../question-review';
import { isIn, type ChoiceState } from './choice-state';
import { selectedNone, withNone, withoutNone } from './none-choice';

/** What one question's answer should tell. */
export interface AnswerWishes {
  /** `gone`: the Task is, and the block goes too. Absent where no one Task is known: the notes are left alone. */
  readonly status: QuestionStatus | 'gone' | undefined;
  /** Whose block it is, and what the app remembers of it. */
  readonly own: OwnQuestion;
  /** What is wished of choices, by id. */
  readonly wishes: ReadonlyMap<string, ChoiceWish>;
  /** Ids of "None of these" choices that come back with the choices, where no practice stays selected. */
  readonly noneBack?: readonly string[] | undefined;
  /** A conflict in the notes, settled: `aws` keeps the text that stands there, `jira` puts the block back. */
  readonly keep?: Keep | undefined;
}

export interface ChoiceWish {
  /** The practice's state that the wish was decided on. */
  readonly from: PracticeState;
  readonly update: ChoiceUpdate;
  /** Where a write is put back: what it left, which alone is changed, and what was there before it. */
  readonly back?: { readonly left: ChoiceState; readonly to: ChoiceState };
}

export interface AnswerOutcome {
  /** Absent where they were left alone. */
  readonly notes: SettledNotes | NotTaken | Conflict | NoRoom | undefined;
  /** Choices that the write changed, as AWS has them. */
  readonly changed: readonly ChangedChoice[];
  /** Ids of choices that are now as wished. */
  readonly chosen: ReadonlySet<string>;
  /** Ids of choices that somebody changed since, or whose question is not applicable any more: left alone. */
  readonly stale: ReadonlySet<string>;
  /** Ids of choices that were sent, and that AWS's answer has otherwise. */
  readonly notTaken: ReadonlySet<string>;
  /** Whether "None of these" choices that were to come back did not. */
  readonly isNoneLeft: boolean;
  /** Who took our block out of the notes, where somebody did. */
  readonly overwritten: ReturnType<typeof looksOverwritten>;
  /** AWS rates the question otherwise than before the write, or does not say how: its issues tell an old risk. */
  readonly ratedAnew: boolean;
}

/** The notes are as they should be. */
export interface SettledNotes {
  readonly kind: 'written' | 'unchanged';
  /** What to remember of our block; absent where there is none any more. */
  readonly block?: WrittenBlock;
}

/** They were sent, and AWS's answer has others. */
export interface NotTaken {
  readonly kind: 'not-taken';
}

/** What an answer needs; without a `change` nothing is to be sent. */
export interface Decision {
  readonly change: AnswerChange | undefined;
  readonly answer: Answer;
  readonly parsed: ParsedNotes;
  readonly merged: Merged | Removed | undefined;
}

/** What a choice is once its status was sent. */
export const STATE_OF: Readonly<Record<ChoiceUpdate['status'], PracticeState>> = {
  SELECTED: 'selected',
  NOT_APPLICABLE: 'notApplicable',
  UNSELECTED: 'open',
};

/** Choices change only where they still are as the wish found them. */
export function decideAnswer(answer: Answer, wishes: AnswerWishes): Decision {
  const { status, own, keep, noneBack = [] } = wishes;
  const parsed = parseNotes(answer.notes, own);
  const merged = status && mergeWith(parsed, { status, keep });
  const open = [...wishes.wishes].filter(([id, wish]) => answer.applicable && isToChange(answer, id, wish));
  const choices = new Map(open.map(([id, { update }]) => [id, update]));
  const change: AnswerChange = {
    ...(merged && 'notes' in merged ? { notes: merged.notes } : {}),
    ...(choices.size > 0 ? { choices: withNone(withoutNone(choices, answer), answer, noneBack) } : {}),
  };
  return { change: Object.keys(change).length > 0 ? change : undefined, answer, parsed, merged };
}

/** What a decision came to, where AWS has `after`; without a change, that is the answer which was decided on. */
export function outcomeOf(
  { change, answer, parsed, merged }: Decision,
  { status, own, wishes, noneBack = [] }: AnswerWishes,
  after: Answer,
): AnswerOutcome {
  const ids = [...wishes.keys()];
  const chosen = new Set([...wishes].filter(([id, wish]) => isMet(after, id, wish)).map(([id]) => id));
  const isSent = (id: string) => change?.choices?.has(id) === true;
  return {
    notes: merged && notesAfter(merged, after, own),
    changed: changedChoices(answer, after, change?.choices?.keys() ?? []),
    chosen,
    stale: new Set(ids.filter((id) => !chosen.has(id) && !isSent(id))),
    notTaken: new Set(ids.filter((id) => !chosen.has(id) && isSent(id))),
    isNoneLeft: chosen.size > 0 && noneBack.some((id) => !after.selected.has(id)),
    overwritten: typeof status === 'object' ? looksOverwritten(parsed) : undefined,
    ratedAnew: chosen.size > 0 && (after.risk === undefined || after.risk !== answer.risk),
  };
}

function isToChange(answer: Answer, id: string, wish: ChoiceWish): boolean {
  const { from, update, back } = wish;
  if (isMet(answer, id, wish)) return false;
  if (back === undefined) return practiceIn(answer, id) === from;
  // People said since that none of these is in place: it would be unselected.
  const isOverruled = update.status === 'SELECTED' && selectedNone(answer).length > 0;
  return isIn(answer, id, back.left) && !isOverruled;
}

function isMet(answer: Answer, id: string, { update, back }: ChoiceWish): boolean {
  return back ? isIn(answer, id, back.to) : practiceIn(answer, id) === STATE_OF[update.status];
}

/** What becomes of the notes; nothing is sent. */
export function mergeWith(
  parsed: ParsedNotes,
  { status, keep }: { readonly status: QuestionStatus | 'gone'; readonly keep: Keep | undefined },
): Merged | Removed {
  if (status === 'gone') return removeBlock(parsed);
  if (keep === undefined) return mergeNotes(parsed, status);
  return replaceEdited(parsed, status, { keep });
}

function notesAfter(
  merged: Merged | Removed,
  after: Answer,
  own: OwnQuestion,
): SettledNotes | NotTaken | Conflict | NoRoom {
  if (merged.kind === 'conflict' || merged.kind === 'no-room') return merged;
  const block = 'written' in merged ? { block: merged.written } : {};
  if (merged.kind !== 'changed') return { kind: 'unchanged', ...block };
  return standsIn(after, merged, own) ? { kind: 'written', ...block } : { kind: 'not-taken' };
}

/** Whether the block stands there, or is gone, as was sent; that AWS keeps line ends as they come is unverified (A11). */
function standsIn(after: Answer, merged: Changed, own: OwnQuestion): boolean {
  const { block } = parseNotes(after.notes, own);
  if (!('written' in merged)) return block.kind === 'none';
  return block.kind === 'intact' && blockCheck(block.block) === merged.written.check;
}

type Changed = Extract<Merged | Removed, { kind: 'changed' }>;
