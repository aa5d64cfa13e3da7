/** The last part of a run: what Jira says goes into the answers of the review, question by question. */
import { mapInFlight } from '../../in-flight';
import { ANSWERS_IN_FLIGHT } from '../../wellarchitected/in-flight';
import type { Choose } from '../../review-entries/entry';
import { choiceUpdate } from '../../review-entries/practice-state';
import { UpstreamError } from '../../upstream-error';
import type { PracticeState, Question } from '../../wellarchitected/model';
import { answerItems } from '../done-item';
import type { NotesSnapshot } from './notes-snapshot';
import { aliasOf, type NotesPlan } from './plan-notes';
import { questionChanges, type Applied, type QuestionChange } from './question-changes';
import type { AnswerOutcome, ChoiceWish } from './decide-answer';
import { notesRemark, notTakenRemark, overwrittenRemark, staleRemark } from './remarks';
import { asksToWait, writeAnswer } from './write-answer';
import { OUTAGE } from '../outage';
import { LeaseLost } from '../../storage/fenced';
import { because } from '../reasons';
import type { Work } from '../work';

/**
 * Changes choices and notes: the first question alone, since what the role may not do would meet all of them, and then
 * a few at a time. One that is refused, or fails to the end, does not stop the others.
 * Throws Pause, LeaseLost, and an `UpstreamError` that asks to wait, or that so many questions in a row met that it is
 * not about them.
 */
export async function writeBack(applied: Applied, notes: NotesPlan, work: Work): Promise<void> {
  const ports = work.ports.writeBack;
  if (ports === undefined || notes.snapshot === undefined) return;
  const chooses = applied.changes.filter((change): change is Choose => change.kind === 'choose');
  const questions = await questionChanges(applied, chooses, notes, work);
  let failuresInARow = 0;
  let isKeptOut = false;
  try {
    const next = async (question: QuestionChange) => {
      if (isKeptOut) return;
      const failure = await attempt(question, notes, work);
      failuresInARow = failure?.details.retryable === true ? failuresInARow + 1 : 0;
      if (failure && failuresInARow >= OUTAGE) throw failure;
      if (failure && isOfAll(failure)) isKeptOut = true;
      else work.advance(work.writingStep, 1);
    };
    for (const first of questions.slice(0, 1)) await next(first);
    await aFewAtATime(questions.slice(1), next);
    await settleTimes(notes.snapshot, work);
  } finally {
    await notes.snapshot.save();
  }
}

/** Who lost the workload writes nothing more, whatever else went wrong at the same time. */
async function aFewAtATime(
  questions: readonly QuestionChange[],
  next: (question: QuestionChange) => Promise<void>,
): Promise<void> {
  const stops: unknown[] = [];
  await mapInFlight(questions, ANSWERS_IN_FLIGHT, async (question) => {
    if (stops.length > 0) return;
    await next(question).catch((stop: unknown) => stops.push(stop));
  });
  if (stops.length > 0) throw stops.find((stop) => stop instanceof LeaseLost) ?? stops[0];
}

/**
 * After its writes a run looks once where they left UpdatedAt, so that a change by somebody else a moment later is not
 * taken for one of them. The run of one question does not: what it hides for two seconds, the weekly read finds.
 */
async function settleTimes(
  snapshot: NotesSnapshot,
  { request: { question, workloadArn }, ports: { source } }: Work,
): Promise<void> {
  if (question !== undefined || !snapshot.hasWritten()) return;
  try {
    snapshot.settle(await source.lensTimes(workloadArn));
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
  }
}

/** Codes of AWS that are about one question; any other refusal would meet all of them. */
const OF_ONE_QUESTION: readonly string[] = ['ValidationException', 'ResourceNotFoundException'];

function isOfAll({ details: { code, retryable } }: UpstreamError): boolean {
  return !retryable && !OF_ONE_QUESTION.includes(code);
}

/** What the question failed with, which is told. */
async function attempt(
  question: QuestionChange,
  notes: NotesPlan,
  work: Work,
): Promise<UpstreamError | undefined> {
  try {
    const outcome = await write(question, notes, work);
    if (outcome !== undefined) await remember(question, outcome, notes, work);
    return undefined;
  } catch (error) {
    if (!(error instanceof UpstreamError) || asksToWait(error)) throw error;
    // Nothing else of a narrow run goes on, and whoever started it tries again.
    if (work.request.question !== undefined && error.details.retryable) throw error;
    work.ledger.didFail(error);
    const failed = because('answer-failed', { because: error.reason });
    work.ledger.failed.push({ ...subjectOf(question), ...failed });
    return error;
  }
}

async function write(
  { key, told, chooses }: QuestionChange,
  { snapshot, planned }: NotesPlan,
  work: Work,
): Promise<AnswerOutcome | undefined> {
  const identity = told?.identity ?? planned.get(key)?.question ?? chooses[0]?.entry.identity;
  if (identity === undefined || work.ports.writeBack === undefined) return undefined;
  const { review } = work.reading;
  const ports = work.ports.writeBack;
  const siteUrl = await ports.siteUrl();
  const wishes = {
    ref: { lensAlias: aliasOf(review, identity), questionId: identity.question ?? '' },
    status: told?.status ?? (planned.get(key)?.what === 'remove' ? ('gone' as const) : undefined),
    own: { installation: ports.installation, siteUrl, remembered: snapshot?.remembered(identity) },
    wishes: new Map(chooses.map((change) => [change.entry.identity.choice ?? '', wishOf(change)])),
    keep: told && work.request.options.settle?.get(told.task.key),
  };
  return writeAnswer(ports.answers, wishes, () => work.checkpoint(work.writingStep));
}

function wishOf({ entry, to }: Choose): ChoiceWish {
  const question: Question | undefined = entry.path?.question;
  const practice = question?.practices.find(({ id }) => id === entry.identity.choice);
  const from: PracticeState = practice?.state ?? 'open';
  return { from, update: choiceUpdate(to) };
}

async function remember(
  question: QuestionChange,
  outcome: AnswerOutcome,
  { snapshot, planned }: NotesPlan,
  work: Work,
): Promise<void> {
  const { notes, chosen, stale, notTaken, ratedAnew } = outcome;
  for (const change of question.chooses) {
    const choice = change.entry.identity.choice ?? '';
    if (chosen.has(choice)) work.ledger.didChoose(change);
    if (stale.has(choice)) work.ledger.failed.push(staleRemark(change.issue));
    if (notTaken.has(choice)) work.ledger.failed.push(notTakenRemark(change.issue));
  }
  tellChanged(question, outcome, work);
  if (ratedAnew) work.ledger.didRateAnew();
  if (chosen.size > 0 || notes?.kind === 'written') noteWrite(question, snapshot, work);
  const subject = subjectOf(question);
  work.ledger.notices.push(...overwrittenRemark(subject, outcome));
  if (notes?.kind === 'not-taken') {
    work.ledger.failed.push(notesRemark(subject, notes));
  } else if (notes?.kind === 'conflict' || notes?.kind === 'no-room') {
    work.ledger.notesRemarks.set(question.key, notesRemark(subject, notes));
  } else if (notes) {
    const identity = question.told?.identity ?? planned.get(question.key)?.question;
    if (identity) snapshot?.put(identity, notes.block);
    if (notes.kind === 'written')
      work.ledger.didWriteNotes(identity ?? {}, notes.block ? 'written' : 'removed', question.told?.task.key);
  }
  if (chosen.size > 0) await work.record();
}

function tellChanged({ chooses }: QuestionChange, { changed }: AnswerOutcome, { ports }: Work): void {
  const wished = chooses.map(({ entry: { identity: question }, issue }) => ({
    ...{ choice: question.choice, question, issueKey: issue.key },
  }));
  for (const item of answerItems(changed, wished)) ports.did?.(item);
}

/** What moved the lens's UpdatedAt was the app; where AWS's time is not known, the notes are read once more. */
function noteWrite(
  { told, chooses: [first] }: QuestionChange,
  snapshot: NotesPlan['snapshot'],
  { reading: { review }, ports: { writeBack } }: Work,
): void {
  const identity = told?.identity ?? first?.entry.identity;
  const at = writeBack?.answers.lastWriteAt();
  if (identity === undefined || at === undefined) return;
  const lensTime = review.lenses.find((each) => each.identity === identity.lens)?.updatedAt ?? 0;
  // The run of one question reads no lens: whatever changed one changed the workload.
  snapshot?.wrote(identity, { before: lensTime > 0 ? lensTime : review.workload.updatedAt, at });
}

function subjectOf({ told, title }: QuestionChange) {
  return told === undefined ? { title } : { key: told.task.key, title };
}
