/** One question's way back: its answer is read, the block merged, and what changes sent in one call. */
import type { OwnQuestion } from '../../notes/installation';
import { looksOverwritten } from '../../notes/overwritten';
import { mergeNotes, removeBlock, type Removed } from '../../notes/merge';
import type { Conflict, Merged, NoRoom } from '../../notes/merged';
import type { Keep, QuestionStatus } from '../../notes/model';
import { parseNotes, type ParsedNotes } from '../../notes/parse-notes';
import { replaceEdited } from '../../notes/replace-edited';
import type { WrittenBlock } from '../../notes/written-block';
import type { Answer, AnswerChange, AnswerRef, Answers } from '../../wellarchitected/answers';
import type { ChoiceUpdate, PracticeState } from '../../wellarchitected/model';
import { practiceIn } from '../question-review';

export interface AnswerWork {
  readonly ref: AnswerRef;
  /** `gone`: the Task is, and the block goes too. Absent where no one Task is known: the notes are left alone. */
  readonly status: QuestionStatus | 'gone' | undefined;
  /** Whose block it is, and what the app remembers of it. */
  readonly own: OwnQuestion;
  /** What is wished of choices, by id. */
  readonly wishes: ReadonlyMap<string, ChoiceWish>;
  /** A conflict in the notes, settled: `aws` keeps the text that stands there, `jira` puts the block back. */
  readonly keep?: Keep | undefined;
}

export interface ChoiceWish {
  /** The practice's state that the wish was decided on. */
  readonly from: PracticeState;
  readonly update: ChoiceUpdate;
}

export interface AnswerOutcome {
  /** Absent where they were left alone. */
  readonly notes: SettledNotes | Conflict | NoRoom | undefined;
  /** Ids of choices that are now as wished. */
  readonly chosen: ReadonlySet<string>;
  /** Ids of choices that somebody changed since, or whose question is not applicable any more: left alone. */
  readonly stale: ReadonlySet<string>;
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

/** What a choice is once its status was sent. */
export const STATE_OF: Readonly<Record<ChoiceUpdate['status'], PracticeState>> = {
  SELECTED: 'selected',
  NOT_APPLICABLE: 'notApplicable',
  UNSELECTED: 'open',
};

/**
 * Reads the answer just before it writes, since AWS gives it no version. Sends one UpdateAnswer with what
 * changes, or nothing: nobody else in the app sends any. Throws `UpstreamError`; nothing is half-written then.
 */
export async function writeAnswer(answers: Answers, work: AnswerWork): Promise<AnswerOutcome> {
  const answer = await answers.read(work.ref);
  const parsed = parseNotes(answer.notes, work.own);
  const merged = work.status && mergeWith(parsed, { status: work.status, keep: work.keep });
  const wishes = [...work.wishes].map(([id, wish]) => ({ id, ...wish, now: practiceIn(answer, id) }));
  const met = wishes.filter(({ now, update }) => now === STATE_OF[update.status]);
  const open = wishes.filter(
    ({ now, from, update }) => answer.applicable && now === from && now !== STATE_OF[update.status],
  );
  const choices = new Map(open.map(({ id, update }): [string, ChoiceUpdate] => [id, update]));
  const change: AnswerChange = {
    ...(merged && 'notes' in merged ? { notes: merged.notes } : {}),
    ...(choices.size > 0 ? { choices: withoutNone(choices, answer) } : {}),
  };
  const after = Object.keys(change).length > 0 ? await answers.update(work.ref, change) : answer;
  const chosen = new Set([...met, ...open].map(({ id }) => id));
  return {
    notes: merged && outcomeOf(merged),
    chosen,
    stale: new Set(wishes.map(({ id }) => id).filter((id) => !chosen.has(id))),
    overwritten: typeof work.status === 'object' ? looksOverwritten(parsed) : undefined,
    ratedAnew: chosen.size > 0 && (after.risk === undefined || after.risk !== answer.risk),
  };
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

function outcomeOf(merged: Merged | Removed): SettledNotes | Conflict | NoRoom {
  if (merged.kind === 'conflict' || merged.kind === 'no-room') return merged;
  const block = 'written' in merged ? { block: merged.written } : {};
  return { kind: merged.kind === 'changed' ? 'written' : 'unchanged', ...block };
}

/** A question with a selected practice is not one where none of these is in place. */
function withoutNone(
  choices: ReadonlyMap<string, ChoiceUpdate>,
  { selected, noneOfThese }: Answer,
): ReadonlyMap<string, ChoiceUpdate> {
  const selects = [...choices.values()].some(({ status }) => status === 'SELECTED');
  const cleared = selects ? noneOfThese.filter((id) => selected.has(id)) : [];
  return new Map([
    ...choices,
    ...cleared.map((id): [string, ChoiceUpdate] => [id, { status: 'UNSELECTED' }]),
  ]);
}
