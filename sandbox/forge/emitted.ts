/** Keeps what the app gave out, so that a test can search all of it for what must never leave. */
import type { OutsideCall } from './protocol';
import { kindOf } from './outside';

export interface Emission {
  /**
   * `log`: a line, or the error that ended an invocation; `event`: what was pushed to a queue; `result`: what
   * a handler returned; `value`: what was written to plain storage or an entity; `request`: method, address
   * and body of a request to Jira, AWS or anything else, without its headers.
   */
  readonly kind: 'log' | 'event' | 'result' | 'value' | 'request';
  readonly text: string;
}

export interface Emissions {
  add(kind: Emission['kind'], text: string): void;
  /** Oldest first. When there was more than fits, the oldest are gone. */
  list(): readonly Emission[];
}

const KEPT = 20_000;
/** UTF-16 code units over all texts. */
const KEPT_CHARACTERS = 64 * 1024 * 1024;

export function createEmissions(kept = KEPT, keptCharacters = KEPT_CHARACTERS): Emissions {
  const emissions: Emission[] = [];
  let characters = 0;
  return {
    add(kind, text) {
      emissions.push({ kind, text });
      characters += text.length;
      while (emissions.length > kept || characters > keptCharacters) {
        characters -= emissions.shift()?.text.length ?? 0;
      }
    },
    list: () => emissions,
  };
}

/** What a call gives out, if anything: reading storage gives out nothing, nor does writing a secret. */
export function emissionOf(call: OutsideCall): Emission | undefined {
  const body = call.body === undefined ? '' : new TextDecoder().decode(call.body);
  switch (kindOf(call)) {
    case 'kvs':
      return PLAIN_WRITE.test(call.url) ? { kind: 'value', text: `${call.url} ${body}` } : undefined;
    case 'queue':
      return { kind: 'event', text: `${call.url} ${body}` };
    default:
      return { kind: 'request', text: `${call.method} ${call.url} ${body}` };
  }
}

const PLAIN_WRITE = /^\/api\/v1\/(?:set|entity\/set|batch\/set|transaction)$/;
