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

/** Issues that a search leaves out are no part of what it lists: an index that lags leaves them out as well. */
const LEFT_OUT = / AND id not in \(([^)]*)\)/;

/** How far back a search looks, which is counted anew each time. */
const PERIOD = /-\d+m\b/g;

export function createEarlierAnswers(): EarlierAnswers {
  const last = new Map<string, Answered>();
  return {
    keep(call, answer) {
      if (fits('stale', call) && hasContent(answer)) last.set(keyOf(call), answer);
    },
    unlike(call, answer) {
      const before = last.get(keyOf(call));
      if (before === undefined || !hasContent(answer)) return undefined;
      const again = without(before, leftOutBy(call));
      return Buffer.compare(again.body ?? Buffer.of(), answer.body) === 0 ? undefined : again;
    },
  };
}

function keyOf(call: AppCall): string {
  return `${call.method} ${call.url} ${textOf(call).replace(LEFT_OUT, '').replace(PERIOD, '')}`;
}

function leftOutBy(call: AppCall): ReadonlySet<string> {
  const [, ids = ''] = LEFT_OUT.exec(textOf(call)) ?? [];
  return new Set(ids.match(/\d+/g));
}

function textOf({ body = new Uint8Array() }: AppCall): string {
  return new TextDecoder().decode(body);
}

function without(answer: Answered, ids: ReadonlySet<string>): Answered {
  if (ids.size === 0 || answer.body === undefined) return answer;
  const found = JSON.parse(new TextDecoder().decode(answer.body)) as { issues?: readonly { id: string }[] };
  const issues = found.issues?.filter(({ id }) => !ids.has(id));
  if (issues === undefined || issues.length === found.issues?.length) return answer;
  return { ...answer, body: new TextEncoder().encode(JSON.stringify({ ...found, issues })) };
}
