import type { ApiError } from '../../../../src/contract';

/** What a resolver refused, or that it could not be reached; the message is for the person. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly code: ApiError['code'] | 'unreachable',
    message: string,
  ) {
    super(message);
  }
}
