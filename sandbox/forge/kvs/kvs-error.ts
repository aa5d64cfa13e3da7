/** Why the store refuses a request. */
import type { JsonAnswer } from '../outside';

export interface KvsError {
  /** The HTTP status, 400 unless it says otherwise. */
  readonly status?: number;
  readonly code: string;
  readonly message: string;
}

export function refused({ status = 400, code, message }: KvsError): JsonAnswer {
  return { status, body: { code, message } };
}
