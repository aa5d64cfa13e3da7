import type { RecordStorage } from './open-record';

/** The part of @forge/kvs that keeps secrets. */
export interface SecretValues {
  getSecret(key: string): Promise<unknown>;
  setSecret(key: string, value: unknown): Promise<unknown>;
}

/** Forge's secret storage for records. */
export function secretsAsRecords(kvs: SecretValues): RecordStorage {
  return { get: (key) => kvs.getSecret(key), set: (key, value) => kvs.setSecret(key, value) };
}
