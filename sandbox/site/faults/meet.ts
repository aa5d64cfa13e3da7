/** What becomes of a call that meets a fault. */
import type { AppCall } from '../../forge/intervene';
import type { OutsideAnswer } from '../../forge/protocol';
import { drawn } from '../../random';
import { emptied, forgeRefusal, hasContent, jsonAnswer, RESET, truncated } from './answers';
import { awsRefusal } from './aws-answers';
import { serviceOf } from './fits';
import { jiraRefusal } from './jira-answers';
import type { Fault, Mishap, RefusalOf } from './model';
import type { EarlierAnswers } from './earlier-answers';

export type Perform = () => Promise<OutsideAnswer>;

export interface Meeting {
  readonly call: AppCall;
  readonly perform: Perform;
  readonly now: number;
  /** Decides what the fault leaves open. */
  readonly chance: string;
  readonly earlier: EarlierAnswers;
  /** Does it so many ms from now. */
  readonly putOff: (ms: number, perform: Perform) => void;
}

/** "Late" is up to so long after the 504. */
const LATEST_MS = 60_000;
const GATEWAY_TIMEOUT = jsonAnswer(504, { message: 'Gateway Timeout' });

/** @returns the answer, and whether the fault was met: an answer without content cannot be cut. */
export async function meet(
  fault: Fault,
  { call, perform, now, chance, earlier, putOff }: Meeting,
): Promise<{ readonly answer: OutsideAnswer; readonly met: boolean }> {
  switch (fault) {
    case 'reset':
      return { answer: RESET, met: true };
    case 'lost':
      await perform();
      return { answer: drawn(chance) < 0.5 ? RESET : GATEWAY_TIMEOUT, met: true };
    case 'late':
      putOff(Math.round(drawn(chance) * LATEST_MS), perform);
      return { answer: GATEWAY_TIMEOUT, met: true };
    case 'truncated':
    case 'empty': {
      const answer = await perform();
      if (!hasContent(answer)) return { answer, met: false };
      return { answer: fault === 'empty' ? emptied(answer) : truncated(answer), met: true };
    }
    case 'stale': {
      const answer = await perform();
      const before = earlier.unlike(call, answer);
      return { answer: before ?? answer, met: before !== undefined };
    }
    default:
      return { answer: refusal(fault, call, now, chance), met: true };
  }
}

/** Answered without doing anything. Only faults of its own service are chosen for a call. */
function refusal(fault: Exclude<Fault, Mishap>, call: AppCall, now: number, chance: string): OutsideAnswer {
  const service = serviceOf(call);
  if (service === 'jira') return jiraRefusal(fault as RefusalOf['jira'], now, chance);
  if (service === 'aws') return awsRefusal(fault as RefusalOf['aws'], call.url, now, chance);
  return forgeRefusal(fault as RefusalOf['storage']);
}
