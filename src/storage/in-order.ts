/** Changes of plain records by several at once, each made of what the one before left. */
import { whenAll } from '../in-flight';
import type { Guard, Guarded, GuardedStorage, GuardedWrites } from './guarded';
import { forgetKept, readingAnew } from './kept-reads';
import { StorageUnavailable } from './unavailable';

export interface OrderedChanges {
  /**
   * Calls `make`, which reads the records and answers what becomes of their keys, until nobody else has changed any in
   * between. A read and a write for each guard beside those of the records, and one write more for its first change.
   *
   * @param keys of the guard that the changes of a record share; several where records change together, or where what is
   * written follows from others
   * @throws StorageUnavailable where others are quicker again and again
   */
  change<T>(keys: string | readonly [string, ...string[]], make: () => Promise<Made<T>>): Promise<T>;
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
    async change(keys, make) {
      const [first, ...others] = typeof keys === 'string' ? ([keys] as const) : keys;
      for (let tries = 1; tries <= TRIES; tries++) {
        const [guard, ...also] = await whenAll([guardAt(first), ...others.map(guardAt)]);
        // Of what was read before the guard nothing is known to stand there still.
        const { writes, answer } = await readingAnew(make);
        if (writes === undefined) return answer;
        const by = nonce();
        const next = ({ number }: Guard) => ({ number: number + 1, by });
        const rest = also.map((each) => ({ guard: each, value: next(each) }));
        if (!(await guarded.replace(guard, next(guard), writes, rest))) continue;
        forgetKept(keysOf(writes));
        return answer;
      }
      throw new StorageUnavailable(new Error(`${TRIES} changes of ${first}`));
    },
  };
}

function keysOf({ sets = [], deletes = [] }: GuardedWrites): readonly string[] {
  return [...sets.map(({ key }) => key), ...deletes];
}
