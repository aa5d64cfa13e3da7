import type { KeyValues } from '../key-values';
import type { RecordStorage } from './open-record';

/**
 * The same storage for records under keys that are drawn by chance, where nothing can stand: no read before a write.
 *
 * @param setAll where it can write all at once
 */
export function unread(kvs: KeyValues, setAll?: RecordStorage['setAll']): RecordStorage {
  return {
    get: () => Promise.resolve(undefined),
    set: (key, value, options) =>
      options === undefined ? kvs.set(key, value) : kvs.set(key, value, options),
    delete: (key) => kvs.delete(key),
    ...(setAll ? { setAll } : {}),
  };
}
