import type { ApiError, Reason } from '../../../../src/contract';

/** What a resolver refused and why, or that it could not be reached. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly code: ApiError['code'] | 'unreachable',
    /** Absent where no resolver answered. */
    readonly reason?: Reason,
    /** Milliseconds since the epoch: where a service said when it can be asked again. */
    readonly retryAt?: number,
  ) {
    super(reason?.code ?? code);
  }
}
