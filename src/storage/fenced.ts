/** Plain keys as the invocation that has a lease may write them: each write checks the lease in its transaction. */
import type { BatchKeyValues, KeyValues } from '../key-values';
import type { Guard, GuardedStorage, GuardedWrites } from './guarded';

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

/** Reads are plain ones. Writes throw LeaseLost. */
export function fencedBy(
  lease: Guard,
  kvs: Pick<KeyValues, 'get'>,
  guarded: Pick<GuardedStorage, 'write'>,
): KeyValues {
  const write = async (writes: GuardedWrites) => {
    if (!(await guarded.write(lease, writes))) throw new LeaseLost();
  };
  return {
    get: (key) => kvs.get(key),
    set: (key, value, options) => write({ set: { key, value, ...(options ? { options } : {}) } }),
    delete: (key) => write({ delete: key }),
  };
}

/**
 * As `fencedBy`, for a store that writes a plain key before each of its batches: a batch checks nothing, and so writes
 * nothing that a lost lease makes wrong before the next plain key.
 */
export function batchesFencedBy(
  lease: Guard,
  kvs: Pick<BatchKeyValues, 'get' | 'batchSet' | 'batchDelete'>,
  guarded: Pick<GuardedStorage, 'write'>,
): BatchKeyValues {
  return {
    ...fencedBy(lease, kvs, guarded),
    batchSet: (items) => kvs.batchSet(items),
    batchDelete: (items) => kvs.batchDelete(items),
  };
}
