/**
 * Writes that happen under a condition alone. Forge holds conditions of a transaction on custom entities, not on
 * plain keys (@forge/kvs 1.6.5), so what decides is an entity: `guard`, a number that only grows, by key.
 */
import { Filter, FilterConditions, type kvs as forgeKvs } from '@forge/kvs';
import { canonicalJson } from '../hash';
import { TAKEN, UNMET, unless } from './conditional';
import type { SetItem } from './open-record';
import type { Patience } from '../try-again';
import { patiently } from './unavailable';

/** Declared in manifest.yml. */
const ENTITY = 'guard';

/** What is written only while the number under the key is still this one. */
export interface Guard {
  readonly key: string;
  readonly number: number;
}

/** What stands under its key. */
export type Guarded = Readonly<Record<string, unknown>> & { readonly number: number };

/** A guard, and what stands in its place once it is replaced. */
export interface Replacement {
  readonly guard: Guard;
  readonly value: Guarded;
}

export interface GuardedWrites {
  readonly sets?: readonly SetItem[];
  readonly deletes?: readonly string[];
}

export interface GuardedStorage {
  /** What stands under the key of a guard; strongly consistent. */
  get(key: string): Promise<unknown>;
  /** Makes a guard where none is; false: there is one. */
  create(key: string, value: Guarded): Promise<boolean>;
  /**
   * Puts a value in place of the guard's, and writes plain keys with it, all or nothing; false: its number is another
   * one, and nothing was written.
   *
   * @param also further guards that are replaced with it; nothing is written where the number of any is another one
   */
  replace(
    guard: Guard,
    value: Guarded,
    writes?: GuardedWrites,
    also?: readonly Replacement[],
  ): Promise<boolean>;
  /** Writes plain keys, all or nothing; false: the guard's number is another one, and nothing was written. */
  write(guard: Guard, writes: GuardedWrites): Promise<boolean>;
}

/**
 * Asks again after what may pass, and takes for done what stands there as it was to be written.
 *
 * @throws StorageUnavailable where storage does not answer: whether that was written is not known then
 */
export function createGuardedStorage(
  kvs: Pick<typeof forgeKvs, 'entity' | 'transact'>,
  patience: Patience,
): GuardedStorage {
  const entity = kvs.entity<Guarded>(ENTITY);
  const isThere = async (key: string, value: Guarded) =>
    canonicalJson(await entity.get(key)) === canonicalJson(value);
  /** An earlier try whose answer was lost may have written it, and is what the condition of the next one meets. */
  const once = (key: string, value: Guarded, code: string, write: () => Promise<unknown>) =>
    patiently(
      async (attempt) => (await unless(code, write)) || (attempt > 0 && (await isThere(key, value))),
      patience,
    );
  return {
    get: (key) => patiently(() => entity.get(key), patience),
    create: (key, value) =>
      once(key, value, TAKEN, () => entity.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' })),
    // All or nothing: whether it was done, the first one tells.
    replace: (guard, value, writes = {}, also = []) =>
      once(guard.key, value, UNMET, () => {
        const transaction = kvs.transact();
        for (const { guard: each, value: next } of [{ guard, value }, ...also])
          transaction.set(each.key, next, { entityName: ENTITY, conditions: numbered(each.number) });
        return perform(transaction, writes);
      }),
    // The number stays as it is, so that another try comes to the same.
    write: (guard, writes) => patiently(() => unless(UNMET, () => transact(kvs, guard, writes)), patience),
  };
}

function transact(
  kvs: Pick<typeof forgeKvs, 'transact'>,
  { key, number }: Guard,
  writes: GuardedWrites,
): Promise<void> {
  const check = { entityName: ENTITY, conditions: numbered(number) };
  return perform(kvs.transact().check(key, check), writes);
}

/** Adds the writes to a transaction, and carries it out. */
export function perform(
  transaction: ReturnType<typeof forgeKvs.transact>,
  { sets = [], deletes = [] }: GuardedWrites,
): Promise<void> {
  for (const { key, value, options } of sets) {
    if (options) transaction.set(key, value, undefined, options);
    else transaction.set(key, value);
  }
  for (const key of deletes) transaction.delete(key);
  return transaction.execute();
}

function numbered(number: number) {
  return new Filter<Guarded>().and('number', FilterConditions.equalTo(number));
}
