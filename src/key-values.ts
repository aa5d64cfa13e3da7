/** The part of Forge's key-value store that the app's stores need; `kvs` of @forge/kvs fits. */
export interface KeyValues {
  get(key: string): Promise<unknown>;
  /** With FAIL_IF_EXISTS it rejects where the key has a value. */
  set(
    key: string,
    value: unknown,
    options?: { ttl?: { value: number; unit: 'DAYS' }; keyPolicy?: 'FAIL_IF_EXISTS' },
  ): Promise<void>;
  delete(key: string): Promise<void>;
}

/** `kvs` of @forge/kvs fits. A batch has at most 25 items, each of which succeeds or fails for itself. */
export interface BatchKeyValues extends KeyValues {
  batchSet(items: { key: string; value: unknown }[]): Promise<BatchAnswer>;
  batchDelete(items: { key: string }[]): Promise<BatchAnswer>;
}

interface BatchAnswer {
  readonly failedKeys: readonly { readonly key: string }[];
}
