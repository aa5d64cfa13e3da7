/** Writes of several records as one. */
import { MOST_TOGETHER, type RecordStorage, type SetItem } from './open-record';

/**
 * What the work writes into the storage that it is given is written once it is done: all or nothing where the storage
 * can and it is not too much for that, and otherwise in the order in which the work wrote it. What the work reads is
 * what stood there before. Where the work fails nothing is written.
 */
export async function together<T>(
  storage: RecordStorage,
  work: (storage: RecordStorage) => Promise<T>,
): Promise<T> {
  const items: SetItem[] = [];
  const gone: string[] = [];
  const answer = await work({
    get: (key) => storage.get(key),
    set: (key, value, options) => Promise.resolve(items.push({ key, value, options })),
    delete: (key) => Promise.resolve(gone.push(key)),
    setAll: (sets, deletes) => Promise.resolve([items.push(...sets), gone.push(...deletes)]),
  });
  if (storage.setAll) await writeAll(storage.setAll.bind(storage), items, gone);
  else {
    for (const { key, value, options } of items) await storage.set(key, value, options);
    for (const key of gone) await storage.delete?.(key);
  }
  return answer;
}

/** All or nothing where it is not too much for that, otherwise in this order, as much at a time as goes. */
export async function writeAll(
  setAll: Required<RecordStorage>['setAll'],
  items: readonly SetItem[],
  gone: readonly string[],
): Promise<void> {
  if (items.length + gone.length <= MOST_TOGETHER) {
    await setAll(items, gone);
    return;
  }
  for (let first = 0; first < items.length; first += MOST_TOGETHER)
    await setAll(items.slice(first, first + MOST_TOGETHER), []);
  for (let first = 0; first < gone.length; first += MOST_TOGETHER)
    await setAll([], gone.slice(first, first + MOST_TOGETHER));
}
