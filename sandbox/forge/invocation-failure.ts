import type { Ending } from './runner';

export type FailureCode =
  | 'UNKNOWN_FUNCTION'
  | 'PAYLOAD_TOO_BIG'
  | 'TOO_MANY_INVOCATIONS'
  | 'TIME_LIMIT'
  | 'OUT_OF_MEMORY'
  | 'CRASHED'
  | 'KILLED'
  | 'APP_ERROR';

/** A resolver gave no answer. */
export class InvocationFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'InvocationFailure';
    this.code = code;
  }
}

/** In words, why an invocation that did not return failed. */
export function failureOf(ending: Exclude<Ending, { kind: 'returned' }>, limitMs: number): InvocationFailure {
  switch (ending.kind) {
    case 'threw':
      return new InvocationFailure('APP_ERROR', `${ending.error.name}: ${ending.error.message}`);
    case 'timed-out':
      return new InvocationFailure('TIME_LIMIT', `The function ran longer than ${limitMs / 1000} seconds.`);
    case 'out-of-memory':
      return new InvocationFailure('OUT_OF_MEMORY', 'The function ran out of memory.');
    case 'crashed':
      return new InvocationFailure('CRASHED', `The function crashed: ${ending.message}`);
    case 'killed':
      return new InvocationFailure('KILLED', 'The kill switch ended the invocation.');
  }
}
