/** Reading and writing the records of one definition. */
import { decode, encode, type Reading } from './decode';
import { errorOf } from './problems';
import type { RecordDefinition } from './record';
import { logRecordProblem, type RecordLog } from './record-log';

export interface SetOptions {
  ttl?: { value: number; unit: 'DAYS' };
  /** Rejects where the key has a value. */
  keyPolicy?: 'FAIL_IF_EXISTS';
}

/** The part of Forge's storage that records need; `kvs` of @forge/kvs fits. */
export interface RecordStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, options?: SetOptions): Promise<unknown>;
  delete?(key: string): Promise<unknown>;
  /** Where the storage can: writes and then deletes keys, all or nothing; at most `MOST_TOGETHER`. */
  setAll?(items: readonly SetItem[], gone: readonly string[]): Promise<unknown>;
}

export interface SetItem {
  readonly key: string;
  readonly value: unknown;
  readonly options?: SetOptions | undefined;
}

/** Forge takes 25 operations and 4 MB a transaction; a value has up to 192 KB here. */
export const MOST_TOGETHER = 20;

export interface OpenRecord<T, K> {
  /** One read. Never throws because of what stands there. */
  inspect(id: K): Promise<Reading<T>>;
  /** One read. @throws RecordError where the definition says `stop`. */
  read(id: K): Promise<T | undefined>;
  /** As `read`, of what was read already. */
  valueOf(reading: Reading<T>): T | undefined;
  /**
   * One read and one write: what a newer version wrote is not written over, as `overNewer` of the definition
   * says. What cannot be read is replaced.
   */
  write(value: T, id: K): Promise<void>;
  /** As `write`, over what was read already; without a read. Answers what stands there then. */
  replace(reading: Reading<T>, value: T): Promise<Reading<T>>;
}

export function openRecord<T, K>(
  definition: RecordDefinition<T, K>,
  storage: RecordStorage,
  log: RecordLog = logRecordProblem,
): OpenRecord<T, K> {
  const options = setOptionsOf(definition);

  async function inspect(id: K): Promise<Reading<T>> {
    const key = definition.key(id);
    const reading = decode(definition, key, await storage.get(key));
    if (reading.kind === 'problem') log(reading.problem);
    return reading;
  }

  async function replace(reading: Reading<T>, value: T): Promise<Reading<T>> {
    if (!mayReplace(definition, reading)) return reading;
    const json = encode(definition, reading, value);
    await (options ? storage.set(reading.key, json, options) : storage.set(reading.key, json));
    return decode(definition, reading.key, json);
  }

  return {
    inspect,
    read: async (id) => valueOf(definition, await inspect(id)),
    valueOf: (reading) => valueOf(definition, reading),
    async write(value, id) {
      await replace(await inspect(id), value);
    },
    replace,
  };
}

/** What a reader is given. @throws RecordError */
export function valueOf<T>(
  { unreadable }: Pick<RecordDefinition<T, never>, 'unreadable'>,
  reading: Reading<T>,
): T | undefined {
  if (reading.kind === 'value') return reading.value;
  if (reading.kind === 'absent' || unreadable === 'absent') return undefined;
  if (unreadable === 'stop') throw errorOf(reading.problem);
  return unreadable.as;
}

/** @throws NewerRecord */
export function mayReplace<T>(
  { overNewer }: Pick<RecordDefinition<T, never>, 'overNewer'>,
  reading: Reading<T>,
): boolean {
  if (reading.kind !== 'problem' || reading.problem.code !== 'newer') return true;
  if (overNewer === 'refuse') throw errorOf(reading.problem);
  return false;
}

export function setOptionsOf({ life }: Pick<RecordDefinition<never>, 'life'>): SetOptions | undefined {
  return life === undefined ? undefined : { ttl: { value: life, unit: 'DAYS' } };
}
