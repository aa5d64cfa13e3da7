/** Plain keys as the invocation that has a lease may write them: each write checks the lease in its transaction. */
import type { BatchKeyValues, KeyValues } from '../key-values';
import type { Guard, GuardedStorage, GuardedWrites } from './guarded';
import type { RecordStorage } from './open-record';

/**
 * Another invocation has taken the lease since: this one writes nothing any more, and leaves everything to it. Where a
 * write meets it nothing was written.
 */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor() {
    super('lease-lost');
  }
}

/**
 * Writes throw LeaseLost. For records that whoever has the lease alone writes: what was read or written once is known
 * from then on, so that a record is read before its first write and no other. What a write that failed left is read
 * anew.
 */
export function fencedBy(
  lease: Guard,
  kvs: Pick<KeyValues, 'get'>,
  guarded: Pick<GuardedStorage, 'write'>,
): KeyValues & Required<Pick<RecordStorage, 'setAll'>> {
  const known = new Map<string, Promise<unknown>>();

  const read = (key: string) => {
    const answer = kvs.get(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };

  async function write({ sets = [], deletes = [] }: GuardedWrites): Promise<void> {
    for (const { key } of sets) known.delete(key);
    for (const key of deletes) known.delete(key);
    if (!(await guarded.write(lease, { sets, deletes }))) throw new LeaseLost();
    for (const { key, value } of sets) known.set(key, Promise.resolve(value));
    for (const key of deletes) known.set(key, Promise.resolve(undefined));
  }

  return {
    get: (key) => known.get(key) ?? read(key),
    set: (key, value, options) => write({ sets: [{ key, value, options }] }),
    delete: (key) => write({ deletes: [key] }),
    setAll: (sets, deletes) => write({ sets, deletes }),
  };
}

/**
 * As `fencedBy`, with plain reads, for a store that writes a plain key before each of its batches: a batch checks
 * nothing, and so writes nothing that a lost lease makes wrong before the next plain key.
 */
export function batchesFencedBy(
  lease: Guard,
  kvs: Pick<BatchKeyValues, 'get' | 'batchSet' | 'batchDelete'>,
  guarded: Pick<GuardedStorage, 'write'>,
): BatchKeyValues {
  return {
    ...fencedBy(lease, kvs, guarded),
    get: (key) => kvs.get(key),
    batchSet: (items) => kvs.batchSet(items),
    batchDelete: (items) => kvs.batchDelete(items),
  };
}
