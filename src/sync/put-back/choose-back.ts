/** Choices of answers become what they were before the changes that are put back. */
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import type { ChoiceState } from '../budget/change-shape';
import type { RecentChange } from '../budget/recent-changes';
import { answerItems } from '../done-item';
import { asksToWait, OUTAGE } from '../outage';
import { because } from '../reasons';
import { updateTo } from '../write-back/choice-state';
import type { AnswerOutcome, ChoiceWish } from '../write-back/decide-answer';
import type { WriteBackPorts } from '../write-back/ports';
import { writeAnswer } from '../write-back/write-answer';
import type { Backing } from './backing';
import { undoOf, type Undo } from './undo';

type ChoiceBack = Undo<ChoiceState>;

/**
 * Question by question, in one UpdateAnswer each: state, reason and note of a choice, and "None of these" where the
 * write had unselected it. A choice that is not as it was left stays. One question that fails does not stop the others.
 * Where the connection may only read, each choice is told as failed.
 *
 * @throws Pause, LeaseLost, and an `UpstreamError` that is about no single question
 */
export async function chooseBack(changes: readonly RecentChange[], work: Backing): Promise<void> {
  const { writeBack } = work.ports;
  let failuresInARow = 0;
  for (const question of byQuestion(changes, work.request.workloadArn)) {
    try {
      if (writeBack === undefined) failEach(question, because('answer-only-read'), work);
      else settle(question, await write(question, writeBack, work), work);
      failuresInARow = 0;
    } catch (error) {
      if (!(error instanceof UpstreamError) || asksToWait(error)) throw error;
      failuresInARow += 1;
      if (failuresInARow >= OUTAGE) throw error;
      failEach(question, because('answer-failed', { because: error.reason }), work);
    }
    work.advance(question.flatMap((each) => [...each.changes, ...each.over]).length);
    await work.report();
  }
}

function failEach(question: readonly ChoiceBack[], why: Reason, work: Backing): void {
  for (const { changes } of question) work.fail(changes[0], why);
}

function byQuestion(changes: readonly RecentChange[], workload: string): readonly (readonly ChoiceBack[])[] {
  const chosen = changes.filter(({ practice }) => practice !== undefined);
  const found = new Map<string, ChoiceBack[]>();
  for (const back of undoOf(workload, chosen, between, isSame)) {
    const [{ lens, question }] = back.changes;
    const key = JSON.stringify([lens, question]);
    found.set(key, [...(found.get(key) ?? []), back]);
  }
  return [...found.values()];
}

function between({ practice }: RecentChange): { readonly was: ChoiceState; readonly is: ChoiceState } {
  return practice ?? { was: { state: 'open' }, is: { state: 'selected' } };
}

function isSame(one: ChoiceState, other: ChoiceState): boolean {
  const isAs = <T>(a: T | undefined, b: T | undefined) => a === undefined || b === undefined || a === b;
  return one.state === other.state && isAs(one.reason, other.reason) && isAs(one.notes, other.notes);
}

/** Where it is not known which note or reason the app left, what stands there may be a person's, and stays. */
function asFarAsKnown({ state, reason, notes }: ChoiceState, left: ChoiceState): ChoiceState {
  const isReason = reason !== undefined && (left.reason !== undefined || left.state !== 'notApplicable');
  const isNote = notes !== undefined && left.notes !== undefined;
  return { state, ...(isReason ? { reason } : {}), ...(isNote ? { notes } : {}) };
}

async function write(
  question: readonly ChoiceBack[],
  writeBack: WriteBackPorts,
  work: Backing,
): Promise<AnswerOutcome> {
  const { lens = '', question: questionId = '' } = question[0]?.changes[0] ?? {};
  const lensAlias = (await writeBack.memory.load(work.request.workloadArn, lens))?.alias ?? lens;
  const wishes = question.map(({ changes: [{ choice = '' }], left, to: before }): [string, ChoiceWish] => {
    const to = asFarAsKnown(before, left);
    return [choice, { from: left.state, update: updateTo(to), back: { left, to } }];
  });
  const own = {
    installation: writeBack.installation,
    siteUrl: await writeBack.siteUrl(),
    remembered: undefined,
  };
  const noneBack = question
    .flatMap(({ changes }) => changes)
    .flatMap(({ practice }) => practice?.cleared ?? []);
  return writeAnswer(
    writeBack.answers,
    { ref: { lensAlias, questionId }, status: undefined, wishes: new Map(wishes), own, noneBack },
    () => work.checkpoint(),
  );
}

function tellChanged(question: readonly ChoiceBack[], { changed }: AnswerOutcome, { ports }: Backing): void {
  const wished = question.map(({ changes: [{ choice, lens, question: id, issueKey = '' }] }) => ({
    ...{ choice, issueKey },
    question: { ...(lens === undefined ? {} : { lens }), ...(id === undefined ? {} : { question: id }) },
  }));
  for (const item of answerItems(changed, wished)) ports.did?.(item);
}

function settle(question: readonly ChoiceBack[], outcome: AnswerOutcome, work: Backing): void {
  tellChanged(question, outcome, work);
  for (const { changes, over } of question) {
    const [newest] = changes;
    const { choice = '' } = newest;
    if (outcome.chosen.has(choice)) {
      work.isBack(changes);
      work.tally.chosen += 1;
    } else if (outcome.notTaken.has(choice)) {
      work.fail(newest, because('not-taken', { what: 'choice' }));
    } else {
      work.leave(newest);
    }
    for (const change of over) work.leave(change);
  }
  const [first] = question;
  if (outcome.isNoneLeft && first) work.notice(first.changes[0], because('none-not-back'));
}
