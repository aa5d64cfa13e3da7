/** Changes of one plain record by several at once: each is told the very record that it replaced. */
import { encode, type Reading } from './decode';
import type { OrderedChanges } from './in-order';
import { mayReplace, openRecord, type RecordStorage } from './open-record';
import type { RecordDefinition } from './record';
import type { RecordLog } from './record-log';

export interface ChangingOptions {
  readonly storage: RecordStorage;
  readonly changes: OrderedChanges;
  readonly log?: RecordLog | undefined;
}

/**
 * Puts what `make` makes of a record in its place, in turn with all others who change it through here; undefined: it
 * stays as it is. `make` is called again where somebody else was quicker. The record's own key is the guard's.
 *
 * @returns the record that was replaced, or left
 * @throws NewerRecord where the definition refuses to write over one; StorageUnavailable; and what `make` throws
 */
export function changeRecord<T, K>(
  definition: RecordDefinition<T, K>,
  id: K,
  make: (reading: Reading<T>) => T | undefined,
  { storage, changes, log }: ChangingOptions,
): Promise<Reading<T>> {
  const record = openRecord(definition, storage, log);
  return changes.change(definition.key(id), async () => {
    const reading = await record.inspect(id);
    const value = mayReplace(definition, reading) ? make(reading) : undefined;
    if (value === undefined) return { answer: reading };
    const sets = [{ key: reading.key, value: encode(definition, reading, value) }];
    return { writes: { sets }, answer: reading };
  });
}
