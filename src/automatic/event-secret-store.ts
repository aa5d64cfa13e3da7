/** Secrets of connections' events: only their digests are kept, in Forge's secret storage. */
import { z } from 'zod';
import type { SecretStorage } from '../connection/access-key-store';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import { secretsAsRecords } from '../storage/secret-records';
import { digestOf, EVENT_SECRET_BYTES, eventSecret, matchesDigest } from './event-secret';

export interface EventSecretStore {
  /**
   * Makes a new secret and answers it, this one time. One that there was ends at once: until the new one stands
   * in AWS, events are refused, and EventBridge does not send those again; the poll finds what they told.
   */
  renew(connectionId: string): Promise<string>;
  /** ISO 8601: since when there is a secret; `undefined`: there is none. */
  since(connectionId: string): Promise<string | undefined>;
  /** Compares in constant time; false where there is no such connection, or it has no secret. */
  matches(connectionId: string, presented: string | undefined): Promise<boolean>;
  /** Deleting what is not there changes nothing. */
  delete(connectionId: string): Promise<void>;
}

export interface EventSecretStoreOptions {
  readonly kvs: SecretStorage;
  /** That many bytes of cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
  readonly clock: { now(): number };
  readonly log?: RecordLog;
}

export const eventSecretRecord = defineRecord({
  name: 'event-secret',
  key: (connectionId: string) => `event-secret:${connectionId}`,
  version: 1,
  schema: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), since: z.string() }),
  migrations: [],
  storedIn: 'secret',
  unreadable: 'absent',
  overNewer: 'refuse',
  means: {
    absent: 'The connection takes no events.',
    unreadable: 'As absent: events are refused, the poll finds what they told, and a new secret replaces it.',
  },
});

/** Ids of connections, as createConnectionStore makes them; a caller from outside may name anything. */
const CONNECTION_ID = /^[0-9a-f]{16}$/;

export function createEventSecretStore({
  kvs,
  random,
  clock,
  log,
}: EventSecretStoreOptions): EventSecretStore {
  const record = openRecord(eventSecretRecord, secretsAsRecords(kvs), log);

  async function stored(connectionId: string) {
    if (!CONNECTION_ID.test(connectionId)) return undefined;
    return record.read(connectionId);
  }

  return {
    async renew(connectionId) {
      const secret = eventSecret(random(EVENT_SECRET_BYTES));
      const since = new Date(clock.now()).toISOString();
      await record.write({ digest: digestOf(secret), since }, connectionId);
      return secret;
    },
    since: async (connectionId) => (await stored(connectionId))?.since,
    matches: async (connectionId, presented) =>
      matchesDigest(presented, (await stored(connectionId))?.digest),
    async delete(connectionId) {
      if (CONNECTION_ID.test(connectionId)) await kvs.deleteSecret(eventSecretRecord.key(connectionId));
    },
  };
}
