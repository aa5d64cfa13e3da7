/** Changes of one plain record by several at once, each made of what the one before left. */
import type { Guard, Guarded, GuardedStorage, GuardedWrites } from './guarded';
import { StorageUnavailable } from './unavailable';

export interface OrderedChanges {
  /**
   * Calls `make`, which reads the record and answers what becomes of its key, until nobody else has changed it in
   * between. Two reads and two writes, and one write more for a record's first change.
   *
   * @param key of the guard that the changes of this record share
   * @throws StorageUnavailable where others are quicker again and again
   */
  change<T>(key: string, make: () => Promise<Made<T>>): Promise<T>;
}

/** `writes` absent: nothing becomes of it. */
export interface Made<T> {
  readonly writes?: GuardedWrites;
  readonly answer: T;
}

/** As many people do not press a button within one second. */
const TRIES = 10;

/** @param nonce different each time: a change whose answer was lost is told by it from that of another */
export function createOrderedChanges(
  guarded: Pick<GuardedStorage, 'get' | 'create' | 'replace'>,
  nonce: () => string,
): OrderedChanges {
  async function guardAt(key: string): Promise<Guard> {
    const stored = (await guarded.get(key)) as Guarded | undefined;
    if (stored === undefined) await guarded.create(key, { number: 0, by: nonce() });
    return { key, number: stored?.number ?? 0 };
  }

  return {
    async change(key, make) {
      for (let tries = 1; tries <= TRIES; tries++) {
        const guard = await guardAt(key);
        const { writes, answer } = await make();
        if (writes === undefined) return answer;
        const value = { number: guard.number + 1, by: nonce() };
        if (await guarded.replace(guard, value, writes)) return answer;
      }
      throw new StorageUnavailable(new Error(`${TRIES} changes of ${key}`));
    },
  };
}
