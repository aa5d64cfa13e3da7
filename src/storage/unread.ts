import type { KeyValues } from '../key-values';

/** The same storage for records under keys that are drawn by chance, where nothing can stand: no read before a write. */
export function unread(kvs: KeyValues): KeyValues {
  return {
    get: () => Promise.resolve(undefined),
    set: (key, value, options) =>
      options === undefined ? kvs.set(key, value) : kvs.set(key, value, options),
    delete: (key) => kvs.delete(key),
  };
}
