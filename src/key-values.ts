/** The part of Forge's key-value store that the app's stores need; `kvs` of @forge/kvs fits. */
export interface KeyValues {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, options?: { ttl: { value: number; unit: 'DAYS' } }): Promise<void>;
  delete(key: string): Promise<void>;
}
