/** Answers that take the place of a service's own. */
import type { Answered, NoAnswer, OutsideAnswer } from '../../forge/protocol';
import type { RefusalOf } from './model';

export const RESET: NoAnswer = { kind: 'no-answer', code: 'ECONNRESET', message: 'socket hang up' };

export function jsonAnswer(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Answered {
  return {
    kind: 'answered',
    status,
    statusText: '',
    headers: Object.entries({ 'content-type': 'application/json', ...headers }),
    body: new TextEncoder().encode(JSON.stringify(body)),
  };
}

/** What Forge's storage and queue answer without doing anything. The code of the second is unverified (F31). */
export function forgeRefusal(fault: RefusalOf['storage']): Answered {
  return fault === 'rate-limited'
    ? jsonAnswer(429, { code: 'RATE_LIMIT_EXCEEDED', message: 'Rate limit exceeded' })
    : jsonAnswer(500, { code: 'UNKNOWN_ERROR', message: 'Something went wrong.' });
}

/** An answer that promised something; only such a one can be cut or emptied. */
export function hasContent(answer: OutsideAnswer): answer is Answered & { readonly body: Uint8Array } {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300 && !!answer.body;
}

export function truncated(answer: Answered & { readonly body: Uint8Array }): Answered {
  return { ...answer, body: new Uint8Array(answer.body.subarray(0, Math.floor(answer.body.length / 2))) };
}

export function emptied(answer: Answered): Answered {
  return { ...answer, body: new TextEncoder().encode('{}') };
}
