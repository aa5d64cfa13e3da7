/** Forge's key-value store in memory: JSON in, JSON out, values up to 240 KiB, and able to stop anywhere. */
import type { BatchKeyValues, KeyValues } from '../../src/key-values';

/** Forge's limit for a value, in bytes of its JSON (https://developer.atlassian.com/platform/forge/limits-kvs-ce/). */
export const VALUE_LIMIT = 240 * 1024;

/** Keys: at most 500 characters of these. */
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s-]{1,500}$/;

export class MemoryKeyValues implements BatchKeyValues {
  /** What stands in storage, as JSON; survives whoever wrote it. */
  readonly values: Map<string, string>;
  writes = 0;

  constructor(values: ReadonlyMap<string, string> = new Map()) {
    this.values = new Map(values);
  }

  get(key: string): Promise<unknown> {
    const text = this.values.get(key);
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
  }

  set(key: string, value: unknown, options?: { ttl?: unknown; keyPolicy?: string }): Promise<void> {
    if (!KEY.test(key)) return Promise.reject(new Error(`Invalid key ${key}`));
    if (options?.keyPolicy === 'FAIL_IF_EXISTS' && this.values.has(key))
      return Promise.reject(new Error(`KEY_CONFLICT ${key}`));
    const text = JSON.stringify(value);
    const bytes = Buffer.byteLength(text, 'utf8');
    if (bytes > VALUE_LIMIT) return Promise.reject(new Error(`${key} has ${bytes} bytes`));
    this.writes += 1;
    this.values.set(key, text);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.writes += 1;
    this.values.delete(key);
    return Promise.resolve();
  }

  async batchSet(items: readonly { key: string; value: unknown }[]): Promise<typeof ALL_WRITTEN> {
    for (const { key, value } of batchOf(items)) await this.set(key, value);
    return ALL_WRITTEN;
  }

  async batchDelete(items: readonly { key: string }[]): Promise<typeof ALL_WRITTEN> {
    for (const { key } of batchOf(items)) await this.delete(key);
    return ALL_WRITTEN;
  }
}

const ALL_WRITTEN = { failedKeys: [] } as const;

/** Forge refuses empty and longer ones, and those that name a key twice. */
function batchOf<T extends { readonly key: string }>(items: readonly T[]): readonly T[] {
  const keys = new Set(items.map(({ key }) => key));
  if (items.length === 0 || items.length > 25 || keys.size < items.length) {
    throw new Error(`A batch of ${items.length} items and ${keys.size} keys`);
  }
  return items;
}

/** Batches of a store that has only single writes: one item after another. */
export function withBatches(single: KeyValues): BatchKeyValues {
  return {
    ...single,
    async batchSet(items) {
      for (const { key, value } of batchOf(items)) await single.set(key, value);
      return ALL_WRITTEN;
    },
    async batchDelete(items) {
      for (const { key } of batchOf(items)) await single.delete(key);
      return ALL_WRITTEN;
    },
  };
}

/** The same values through a store that stops at the k-th write (from 1), before or after doing it. */
export function stoppingAt(inner: MemoryKeyValues, k: number, when: 'before' | 'after'): BatchKeyValues {
  let writes = 0;
  const write = async (act: () => Promise<void>) => {
    writes += 1;
    if (writes > k || (writes === k && when === 'before')) throw new Error('Storage stopped');
    await act();
    if (writes === k) throw new Error('Storage stopped');
  };
  return withBatches({
    get: (key) => inner.get(key),
    set: (key, value) => write(() => inner.set(key, value)),
    delete: (key) => write(() => inner.delete(key)),
  });
}
