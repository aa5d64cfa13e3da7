/** Connections in Forge storage. Records are plain values, secret keys are in secret storage only. */
import { z } from 'zod';
import { connectionSchema, type Connection, type ConnectionSecret, type NewConnection } from './model';

/** The part of @forge/kvs that the store needs. */
export interface ConnectionStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<unknown>;
  getSecret(key: string): Promise<unknown>;
  setSecret(key: string, value: unknown): Promise<unknown>;
}

export interface ConnectionStore {
  /** All connections, oldest first. Throws if a record is not one this version of the app wrote. */
  list(): Promise<readonly Connection[]>;
  get(id: string): Promise<Connection | undefined>;
  /** `undefined` where the connection or its secret is gone. */
  secret(id: string): Promise<ConnectionSecret | undefined>;
  /** Stores the secret first, so that a connection that can be seen can be used. */
  create(input: NewConnection, secret: ConnectionSecret): Promise<Connection>;
}

export interface ConnectionStoreOptions {
  readonly kvs: ConnectionStorage;
  /** That many bytes of cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
  readonly clock: { now(): number };
}

/** Keys stay within Forge's alphabet `[a-zA-Z0-9:._\s-#]` (Forge storage, "Keys"). */
const INDEX = 'connections';
const record = (id: string) => `connection:${id}`;

const ID_BYTES = 8;
/** 128 bits: the external id must not be guessable. Its form is within STS's `[\w+=,.@:\/-]{2,1224}`. */
const EXTERNAL_ID_BYTES = 16;

const indexSchema = z.array(z.string());
const secretSchema = z.object({ secretAccessKey: z.string() });

/**
 * The list is one value of ids because `get` is strictly consistent and `query` is not. Two creates in the
 * same instant can lose an index entry; the connection still opens by its id.
 */
export function createConnectionStore({ kvs, random, clock }: ConnectionStoreOptions): ConnectionStore {
  const ids = async () => indexSchema.parse((await kvs.get(INDEX)) ?? []);

  async function get(id: string): Promise<Connection | undefined> {
    const stored = await kvs.get(record(id));
    return stored === undefined ? undefined : connectionSchema.parse(stored);
  }

  return {
    get,
    async list() {
      const found = await Promise.all((await ids()).map(get));
      return found.filter((connection) => connection !== undefined);
    },
    async secret(id) {
      const stored = await kvs.getSecret(record(id));
      return stored === undefined ? undefined : secretSchema.parse(stored);
    },
    async create(input, secret) {
      const connection: Connection = {
        ...input,
        id: hex(random(ID_BYTES)),
        externalId: hex(random(EXTERNAL_ID_BYTES)),
        createdAt: new Date(clock.now()).toISOString(),
      };
      await kvs.setSecret(record(connection.id), { secretAccessKey: secret.secretAccessKey });
      await kvs.set(record(connection.id), connection);
      await kvs.set(INDEX, [...(await ids()), connection.id]);
      return connection;
    },
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
