/** Forge's storage in memory: plain values, secrets and entities apart. */
import type { ConnectionStorage } from '../../../src/connection/connection-store';
import type { SecretStorage } from '../../../src/connection/access-key-store';
import type { BatchKeyValues } from '../../../src/key-values';
import { MemoryKeyValues, stoppingAt } from '../../builders/key-values';
import { MemoryStorage as QueriedStorage } from '../../builders/storage';

export interface MemoryStorage {
  readonly kvs: QueriedStorage;
  readonly connections: ConnectionStorage;
  readonly secrets: SecretStorage;
  readonly secretValues: Map<string, string>;
  readonly entities: Map<string, string>;
  /** The same values through a store that stops before its nth write. */
  stopping(nth: number): BatchKeyValues;
}

export function memoryStorage(): MemoryStorage {
  const kvs = new QueriedStorage();
  const secrets = new MemoryKeyValues();
  return {
    kvs,
    connections: connectionStorage(kvs),
    secrets: {
      getSecret: (key) => secrets.get(key),
      setSecret: (key, value) => secrets.set(key, value),
      deleteSecret: (key) => secrets.delete(key),
    },
    secretValues: secrets.values,
    entities: new Map(),
    stopping: (nth) => stoppingAt(kvs, nth, 'before'),
  };
}

/** Values with a query by prefix, all on one page. */
export function connectionStorage(kvs: MemoryKeyValues): ConnectionStorage {
  const query: ReturnType<ConnectionStorage['query']> = {
    where: () => query,
    cursor: () => query,
    limit: () => query,
    getMany: () =>
      Promise.resolve({
        results: [...kvs.values.keys()]
          .filter((key) => key.startsWith('connection:'))
          .map((key) => ({ key, value: undefined })),
      }),
  };
  return {
    get: (key) => kvs.get(key),
    set: (key, value) => kvs.set(key, value),
    delete: (key) => kvs.delete(key),
    query: () => query,
  };
}

/** All that stands in storage, by key. */
export function contents({ kvs, secretValues, entities }: MemoryStorage): Record<string, unknown> {
  const all = [...kvs.values, ...secretValues, ...entities];
  return Object.fromEntries(all.map(([key, text]) => [key, JSON.parse(text) as unknown]));
}
