/**
 * AWS as plain data: each test lists the answers that it wants, by operation, and the real SDK asks for them
 * through `globalThis.fetch`. Whatever is not listed is answered 404, so that a test cannot pass by accident.
 */
import { findOperation } from '../../../sandbox/aws/wellarchitected/rest-json';

export interface Sent {
  readonly operation: string;
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

/** One answer: a JSON body (200), or status with headers and a body of any text, or a failure of the network. */
export type Recorded =
  | { readonly json: unknown }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body: string }
  | { readonly networkError: Error };

/** Answers by operation: a list is used up in order and its last one repeats; a function sees the request. */
export type Recording = Readonly<Record<string, readonly Recorded[] | ((sent: Sent) => Recorded)>>;

export interface RecordedAws {
  readonly sent: Sent[];
  operations(): string[];
  uninstall(): void;
}

export function awsError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Recorded {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code, ...headers },
    body: JSON.stringify({ message }),
  };
}

export function installRecordedAws(recording: Recording): RecordedAws {
  const original = globalThis.fetch;
  const sent: Sent[] = [];
  const used = new Map<string, number>();

  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const one = await describe(request);
    sent.push(one);
    const answers = recording[one.operation];
    if (answers === undefined) return answer(awsError(404, 'NotRecorded', one.operation));
    if (typeof answers === 'function') return answer(answers(one));
    const count = used.get(one.operation) ?? 0;
    used.set(one.operation, count + 1);
    return answer(answers[Math.min(count, answers.length - 1)]!);
  };

  return {
    sent,
    operations: () => sent.map(({ operation }) => operation),
    uninstall: () => {
      globalThis.fetch = original;
    },
  };
}

async function describe(request: Request): Promise<Sent> {
  const url = new URL(request.url);
  const body = await request.text();
  const { method, headers } = request;
  return { operation: operationOf(url, method, body), url, method, headers, body };
}

function operationOf(url: URL, method: string, body: string): string {
  if (url.hostname.startsWith('sts.')) return new URLSearchParams(body).get('Action') ?? 'unknown';
  return findOperation(method, url.pathname)?.name ?? url.pathname;
}

function answer(recorded: Recorded): Response {
  if ('networkError' in recorded) throw recorded.networkError;
  if ('json' in recorded) return Response.json(recorded.json);
  return new Response(recorded.body, { status: recorded.status, headers: recorded.headers ?? {} });
}
