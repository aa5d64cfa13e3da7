import type { Clock, Sleep } from '../clock';

/** What everything that calls AWS needs of the process. */
export interface AwsPorts {
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** First try included. */
  readonly maxAttempts?: number;
}
