import type { Clock, Pacer, Sleep } from '../wellarchitected/client/pacer';

/** What everything that calls AWS shares with the rest of the process. */
export interface AwsPorts {
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** First try included. */
  readonly maxAttempts?: number;
}
