/**
 * How often the app's functions may be invoked ("Invocation limits"): by a person, and of an installation. Work that
 * nobody waits for counts too, and is never refused: that Forge then delivers it later is unverified (F29).
 */
import type { Clock } from '../clock';
import { SlidingWindow } from '../limits/sliding-window';
import type { Limits } from '../limits/table';

export interface InvocationLimits {
  /** Counts an invocation for a page or a web trigger, unless it is one too many. */
  admit(accountId: string | undefined): boolean;
  /** Counts one in the background. */
  count(): void;
}

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

export function createInvocationLimits(clock: Clock, limits: Limits): InvocationLimits {
  const installation = [
    new SlidingWindow(MINUTE_MS, limits.invocations),
    new SlidingWindow(SECOND_MS, limits['invocations-second']),
  ];
  const users = new Map<string, SlidingWindow>();
  function windowsOf(accountId: string | undefined): readonly SlidingWindow[] {
    if (accountId === undefined) return installation;
    const user = users.get(accountId) ?? new SlidingWindow(MINUTE_MS, limits['user-invocations']);
    users.set(accountId, user);
    return [...installation, user];
  }
  return {
    admit(accountId) {
      const windows = windowsOf(accountId);
      const now = clock.now();
      if (!windows.every((window) => window.fits(now, 1))) return false;
      for (const window of windows) window.add(now, 1);
      return true;
    },
    count() {
      for (const window of installation) window.add(clock.now(), 1);
    },
  };
}
