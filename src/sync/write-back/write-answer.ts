/** One question's way back: its answer is read, the block merged, what changes sent in one call, and AWS's answer read. */
import { UpstreamError } from '../../upstream-error';
import type { Answer, AnswerRef, Answers } from '../../wellarchitected/answers';
import { changedChoices } from '../done-item';
import {
  decideAnswer,
  outcomeOf,
  type AnswerOutcome,
  type AnswerWishes,
  type Decision,
} from './decide-answer';

export interface AnswerWork extends AnswerWishes {
  readonly ref: AnswerRef;
}

/** After so many writes whose fate is not known, the next run goes on. */
const TRIES = 3;

/** The longest wait that AWS may ask for within a run; a longer one is the run's. */
const WAITED_SECONDS = 20;

/**
 * Reads the answer just before it writes, since AWS gives it no version. Sends one UpdateAnswer with what changes,
 * or nothing: nobody else in the app sends any. After a failure that may pass, which leaves open whether AWS did it,
 * the answer is read and merged anew, `TRIES` times at most. All waiting is done before the read.
 *
 * @param begin is called before each read, and stops everything by throwing
 * @throws UpstreamError the last failure, with `retryable` where the answer may have changed all the same.
 */
export async function writeAnswer(
  answers: Answers,
  work: AnswerWork,
  begin: () => Promise<void> = () => Promise.resolve(),
): Promise<AnswerOutcome> {
  const lost: Decision[] = [];
  for (;;) {
    await answers.ready();
    await begin();
    const answer = await answers.read(work.ref);
    const decision = decideAnswer(answer, work);
    if (decision.change === undefined) return asSentBefore(outcomeOf(decision, work, answer), answer, lost);
    try {
      return outcomeOf(sinceFirst(decision, lost), work, await answers.update(work.ref, decision.change));
    } catch (error) {
      if (!mayPass(error) || lost.length + 1 === TRIES) throw error;
      lost.push(decision);
    }
  }
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof UpstreamError) || !error.details.retryable) return false;
  return !asksToWait(error);
}

/** Whether AWS asks for a longer wait than one answer is worth. */
export function asksToWait({ details: { retryAfterSeconds = 0 } }: UpstreamError): boolean {
  return retryAfterSeconds > WAITED_SECONDS;
}

/** The risk is old if it is another one than before the first write. */
function sinceFirst(decision: Decision, [first]: readonly Decision[]): Decision {
  return first === undefined ? decision : { ...decision, answer: first.answer };
}

/** Nothing is left to be sent where a write arrived whose answer did not. */
function asSentBefore(outcome: AnswerOutcome, answer: Answer, lost: readonly Decision[]): AnswerOutcome {
  const [first] = lost;
  if (first === undefined) return outcome;
  const { notes, chosen } = outcome;
  const isOurs = lost.some(({ change }) => change?.notes !== undefined && change.notes === answer.notes);
  return {
    ...outcome,
    notes: notes?.kind === 'unchanged' && isOurs ? { ...notes, kind: 'written' } : notes,
    changed: changedChoices(
      first.answer,
      answer,
      lost.flatMap(({ change }) => [...(change?.choices?.keys() ?? [])]),
    ),
    ratedAnew: chosen.size > 0 && (answer.risk === undefined || answer.risk !== first.answer.risk),
  };
}
