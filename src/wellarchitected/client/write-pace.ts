/** When an answer may be written: all that has to be waited for, before the answer is read. */
import type { Clock, Sleep } from '../../clock';
import { UpstreamError } from '../../upstream-error';

/** The first wait and the longest, in milliseconds, as the AWS SDK waits after a throttled request. */
const FIRST_WAIT = 500;
export const LONGEST_WAIT = 20_000;

export interface WritePace {
  /** What AWS made of a write; `undefined` where it took it. */
  heard(error: unknown): void;
  /** Waits out what the last failures ask for. */
  backOff(): Promise<void>;
}

/**
 * Doubles from write to write that fails; where AWS says how long to wait, that, and never more than the longest. Writes
 * at the same time share it: failures that come while it waits already are the same trouble, and one that succeeds ends
 * no wait.
 */
export function createWritePace(clock: Clock, sleep: Sleep): WritePace {
  let failures = 0;
  let until = 0;
  return {
    heard(error) {
      const now = clock.now();
      if (error === undefined) {
        failures = 0;
        return;
      }
      if (now >= until) failures += 1;
      const seconds = error instanceof UpstreamError ? error.details.retryAfterSeconds : undefined;
      const wait = seconds === undefined ? FIRST_WAIT * 2 ** failures : seconds * 1000;
      until = Math.max(until, now + Math.min(LONGEST_WAIT, wait));
    },
    async backOff() {
      const wait = until - clock.now();
      if (wait > 0) await sleep(wait);
    },
  };
}
