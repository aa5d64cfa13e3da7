/** What lists said before: a list that lags behind says it again. */
import type { AppCall } from '../../forge/intervene';
import type { Answered, OutsideAnswer } from '../../forge/protocol';
import { hasContent } from './answers';
import { fits } from './fits';

export interface EarlierAnswers {
  /** Remembers the answer to a list. */
  keep(call: AppCall, answer: OutsideAnswer): void;
  /** What the same list said last before, if that was something else. */
  unlike(call: AppCall, answer: OutsideAnswer): Answered | undefined;
}

export function createEarlierAnswers(): EarlierAnswers {
  const last = new Map<string, Answered>();
  return {
    keep(call, answer) {
      if (fits('stale', call) && hasContent(answer)) last.set(keyOf(call), answer);
    },
    unlike(call, answer) {
      const before = last.get(keyOf(call));
      if (before === undefined || !hasContent(answer)) return undefined;
      return Buffer.compare(before.body ?? Buffer.of(), answer.body) === 0 ? undefined : before;
    },
  };
}

function keyOf({ method, url, body = new Uint8Array() }: AppCall): string {
  return `${method} ${url} ${new TextDecoder().decode(body)}`;
}
