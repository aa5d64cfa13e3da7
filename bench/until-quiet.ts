import { setTimeout } from 'node:timers/promises';

/** Of real time. */
const QUIET_MS = 3000;

/** Resolves when nothing was called for three seconds. @param calls what is appended to with each call */
export async function untilQuiet(calls: readonly unknown[]): Promise<void> {
  let seen = -1;
  while (seen !== calls.length) {
    seen = calls.length;
    await setTimeout(QUIET_MS);
  }
}
