/** Writes of single issues beside one another: what one of them fails with stays its own, until a service is out. */
import type { MoveAnswer, WriteAnswer } from '../jira/jira';
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import { OUTAGE } from './outage';
import { LeaseLost } from '../storage/fenced';
import { Pause } from './pause';
import { because } from './reasons';

/** What Jira answered, or why it was not asked. */
export type Written =
  | WriteAnswer
  | MoveAnswer
  | { readonly kind: 'left'; readonly because: Reason }
  /** It is asked for again later in this run. */
  | { readonly kind: 'waits' };

/** What hears of the writes. */
export interface Writes<C> {
  /** Called before each; throws to stop all of them. */
  checkpoint(change: C): Promise<void>;
  /** @param error what Jira did not do it for, if it did not answer */
  failed(change: C, why: Reason, error?: UpstreamError): void;
  /** Nothing more is done of a change, whatever became of it. */
  over(change: C): void;
}

/**
 * Makes some writes at a time, in their order.
 *
 * @throws Pause where the service asks to wait, LeaseLost, and an `UpstreamError` that is about no single issue
 */
export async function writeBeside<C>(
  changes: readonly C[],
  writes: Writes<C>,
  write: (change: C) => Promise<Written>,
): Promise<void> {
  const queue = [...changes];
  let failuresInARow = 0;
  const writeNext = async (change: C) => {
    await writes.checkpoint(change);
    try {
      const answer = await write(change);
      if (answer.kind === 'waits') return;
      failuresInARow = 0;
      const why = whyNot(answer);
      if (why) writes.failed(change, why);
    } catch (error) {
      failuresInARow += 1;
      writes.failed(change, ...failureOf(error, failuresInARow));
    }
    writes.over(change);
  };
  const stops: unknown[] = [];
  const worker = async () => {
    try {
      for (let change = queue.shift(); change; change = queue.shift()) await writeNext(change);
    } catch (error) {
      stops.push(error);
      queue.length = 0;
    }
  };
  await Promise.all(Array.from({ length: Math.min(JIRA_IN_FLIGHT, changes.length) }, () => worker()));
  if (stops.length > 0) throw stops.find((stop) => stop instanceof LeaseLost) ?? stops[0];
}

/** What is told of one failure, and what it was; throws where it is about no single issue. @param inARow failures by now, with it */
export function failureOf(error: unknown, inARow: number): [Reason, UpstreamError] {
  if (!(error instanceof UpstreamError)) throw error;
  const { retryAfterSeconds, code } = error.details;
  // The app itself is kept out, which is about no single issue.
  if (code === '401') throw error;
  if (retryAfterSeconds !== undefined) throw new Pause(error.reason, retryAfterSeconds);
  if (inARow >= OUTAGE) throw error;
  return [because('write-failed', { because: error.reason }), error];
}

function whyNot(answer: Exclude<Written, { kind: 'waits' }>): Reason | undefined {
  switch (answer.kind) {
    case 'applied':
      return undefined;
    case 'left':
      return answer.because;
    case 'refused':
      return because('write-refused', { because: answer.reason });
    // It is named with its status: it stands where neither people nor the app wanted it.
    case 'stuck':
    case 'interrupted':
      return because('stuck-on-the-way', { status: answer.at.name, because: answer.reason });
  }
}
