/** When an answer may be written: all that has to be waited for, before the answer is read. */
import { UpstreamError } from '../../upstream-error';
import type { Sleep } from '../../clock';

/** The first wait and the longest, in milliseconds, as the AWS SDK waits after a throttled request. */
const FIRST_WAIT = 500;
export const LONGEST_WAIT = 20_000;

export interface WritePace {
  /** What AWS made of a write; `undefined` where it took it. */
  heard(error: unknown): void;
  /** Waits out what the last failures ask for. */
  backOff(): Promise<void>;
}

/** Doubles from write to write that fails; where AWS says how long to wait, that, and never more than the longest. */
export function createWritePace(sleep: Sleep): WritePace {
  let failures = 0;
  let asked: number | undefined;
  return {
    heard(error) {
      failures = error === undefined ? 0 : failures + 1;
      const seconds = error instanceof UpstreamError ? error.details.retryAfterSeconds : undefined;
      asked = seconds === undefined ? undefined : seconds * 1000;
    },
    async backOff() {
      if (failures === 0) return;
      await sleep(Math.min(LONGEST_WAIT, asked ?? FIRST_WAIT * 2 ** failures));
    },
  };
}
