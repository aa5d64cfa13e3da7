import type { CallTarget, OutsideAnswer, OutsideCall } from '../protocol';
import { egressRefusal } from './refusal';

/** Performs a request through the host. Rejects as `fetch` does when the connection fails or is aborted. */
export type Call = (target: CallTarget, url: string, request: Request) => Promise<Response>;

export interface Caller {
  readonly call: Call;
  /** Resolves the call that waits for this answer. */
  answer(callId: number, answer: OutsideAnswer): void;
}

/** Numbers the calls, posts them and matches the answers. */
export function createCaller(post: (callId: number, call: OutsideCall) => void): Caller {
  const waiting = new Map<number, (answer: OutsideAnswer) => void>();
  let lastId = 0;
  async function call(target: CallTarget, url: string, request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const callId = ++lastId;
    const answered = new Promise<OutsideAnswer>((resolve) => waiting.set(callId, resolve));
    post(callId, { target, url, method: request.method, headers: [...request.headers], body });
    return responseOf(await Promise.race([answered, aborted(request.signal)]), url);
  }
  return {
    call,
    answer(callId, answer) {
      waiting.get(callId)?.(answer);
      waiting.delete(callId);
    },
  };
}

/** Giving up on an answer does not undo the request: it is on its way. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
}

function responseOf(answer: OutsideAnswer, url: string): Response {
  if (answer.kind === 'refused') throw egressRefusal(url);
  if (answer.kind === 'no-answer') {
    const cause = Object.assign(new Error(answer.message), { code: answer.code });
    throw new TypeError('fetch failed', { cause });
  }
  const { status, statusText, headers, body } = answer;
  return new Response(body ?? null, { status, statusText, headers: headers.map(([k, v]) => [k, v]) });
}
