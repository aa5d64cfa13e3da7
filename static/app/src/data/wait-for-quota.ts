/** For who walks through much: a quota that is spent is no end. */
import { CallFailure } from '../bridge/call-failure';

/** Another page of the same person spends the same quota: so often in a row it is waited for. */
const MOST_WAITS = 10;

/**
 * What was asked for, as soon as there is a quota for it again.
 *
 * @throws CallFailure for whatever else was refused, and for a quota that others spend each time
 */
export async function waitForQuota<T>(ask: () => Promise<T>, now = Date.now, sleep = pause): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await ask();
    } catch (error) {
      const isSpent = error instanceof CallFailure && error.code === 'too-many';
      if (!isSpent || error.retryAt === undefined || waits >= MOST_WAITS) throw error;
      await sleep(Math.max(0, error.retryAt - now()));
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
