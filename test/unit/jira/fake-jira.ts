/** A Jira without a network: answers are plain data, in order or by rule; what was sent is recorded. */
import { createHttp, type Http, type HttpOptions } from '../../../src/jira/client/http';
import type { OwnershipProperty } from '../../../src/jira/model';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** An answer, or what `requestJira` throws in place of one. */
export type Given =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly throws: Error };

export interface FakeJira {
  readonly options: HttpOptions;
  readonly http: Http;
  readonly sent: readonly Sent[];
  /** ms of each wait. */
  readonly slept: readonly number[];
}

export const NOW = Date.parse('2026-03-01T10:15:00Z');

/** Answers the given list in order (the last one for ever), or by a rule. */
export function fakeJira(given: readonly Given[] | ((sent: Sent) => Given)): FakeJira {
  const sent: Sent[] = [];
  const slept: number[] = [];
  const rule = typeof given === 'function' ? given : () => given[Math.min(sent.length, given.length) - 1]!;
  const options: HttpOptions = {
    requester: (route, init) => {
      sent.push({ method: init.method, path: route.value, body: parsed(init.body) });
      const answer = rule(sent.at(-1)!);
      return 'throws' in answer ? Promise.reject(answer.throws) : Promise.resolve(respond(answer));
    },
    clock: { now: () => NOW },
    sleep: (ms) => {
      slept.push(ms);
      return Promise.resolve();
    },
    jitter: () => 0.5,
  };
  return { options, http: createHttp(options), sent, slept };
}

function respond(answer: Exclude<Given, { throws: Error }>): Response {
  const { status, body, headers = {} } = answer;
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status, headers });
}

function parsed(body: string | undefined): unknown {
  return body === undefined ? undefined : JSON.parse(body);
}

/** Of creates that nobody looks for afterwards. */
export const unannounced = (): Promise<void> => Promise.resolve();

export const SILENCE: Given = { throws: new Error('socket hang up at 10.0.0.1 with token s3cr3t') };

export const TASK_PROPERTY: OwnershipProperty = {
  v: 1,
  workload: 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef',
  lens: 'arn:aws:wellarchitected::aws:lens/wellarchitected',
  question: 'sec_securely_operate',
  pillar: 'security',
  risk: 'HIGH',
  hash: 'abc',
};
