/** Asking again what failed, after waits. */

export interface Patience {
  readonly sleep: (ms: number) => Promise<unknown>;
  /** A number in [0, 1). */
  readonly jitter: () => number;
}

/**
 * The answer of `ask`, which is asked again after each of the waits, times 0.7 to 1.3. It must come to the same however
 * often it is done.
 *
 * @param ask `attempt` counts from 0; from 1 on an earlier one may have been done
 * @param waits in milliseconds: one less than there are tries
 * @throws what the last try threw, or at once what may not pass
 */
export async function tryAgain<T>(
  ask: (attempt: number) => Promise<T>,
  waits: readonly number[],
  { sleep, jitter }: Patience,
  mayPass: (error: unknown) => boolean = () => true,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(attempt);
    } catch (error) {
      const wait = waits[attempt];
      if (wait === undefined || !mayPass(error)) throw error;
      await sleep(wait * (0.7 + 0.6 * jitter()));
    }
  }
}
