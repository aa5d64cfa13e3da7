/** Connections in Forge storage: one plain value each, without any secret. */
import { z } from 'zod';
import { listingOf, type Listing } from '../storage/listing';
import { byPrefix, type QueriedStorage } from '../storage/by-prefix';
import { encode } from '../storage/decode';
import type { GuardedStorage } from '../storage/guarded';
import { createOrderedChanges, type OrderedChanges } from '../storage/in-order';
import { openRecord, type OpenRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import { hex } from './hex';
import { connectionRecord, type Connection, type ConnectionDraft } from './model';

/** The part of @forge/kvs that the store needs. */
export interface ConnectionStorage extends QueriedStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<unknown>;
  delete(key: string): Promise<void>;
}

export interface ConnectionStore {
  /** All connections that can be read, oldest first. */
  list(): Promise<readonly Connection[]>;
  /** As `list`, and which cannot. */
  listAll(): Promise<Listing<Connection>>;
  /** @throws RecordError */
  get(id: string): Promise<Connection | undefined>;
  create(draft: ConnectionDraft): Promise<Connection>;
  /**
   * Stores what `make` makes of the connection as it stands, and answers that; undefined, and nothing is stored, where
   * there is none. `make` is called again where somebody else changed the connection in between.
   *
   * @throws RecordError, and whatever `make` throws
   */
  change(id: string, make: (now: Connection) => Connection): Promise<Connection | undefined>;
  /** From then on `get` and `list` do not know it. Deleting what is not there changes nothing. */
  delete(id: string): Promise<void>;
}

export interface ConnectionStoreOptions {
  readonly kvs: ConnectionStorage;
  readonly guarded: Pick<GuardedStorage, 'get' | 'create' | 'replace'>;
  /** That many bytes of cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
  readonly clock: { now(): number };
  readonly log?: RecordLog;
}

/** Keys stay within Forge's alphabet `[a-zA-Z0-9:._\s-#]` (Forge storage, "Keys"). */
const PREFIX = 'connection:';

const ID = /^[0-9a-f]{16}$/;
const ID_BYTES = 8;
/** 128 bits: the external id must not be guessable. Its form is within STS's `[\w+=,.@:\/-]{2,1224}`. */
const EXTERNAL_ID_BYTES = 16;

export const connectionIndexRecord = defineRecord<readonly string[]>({
  name: 'connection-index',
  key: () => 'connections',
  version: 1,
  schema: z.array(z.string()),
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'A query finds the connections, with a delay after one is made.',
    unreadable: 'As absent: the next connection that is made or deleted puts it right.',
  },
});

/**
 * Two sources say which ids there are: one value, because `get` is strictly consistent and `query` is not, and
 * a query, because two creates in the same instant can lose an entry of the value; the next create puts it
 * back. Whether a connection exists, its own record alone decides.
 */
export function createConnectionStore(options: ConnectionStoreOptions): ConnectionStore {
  const { kvs, guarded, random, clock, log } = options;
  const changes = createOrderedChanges(guarded, () => hex(random(ID_BYTES)));
  const record = openRecord(connectionRecord, kvs, log);
  const index = openRecord(connectionIndexRecord, kvs, log);

  async function ids(): Promise<readonly string[]> {
    const [listed = [], stored] = await Promise.all([index.read(), storedIds(kvs)]);
    return [...new Set([...listed, ...stored])].filter((id) => ID.test(id));
  }

  async function listAll(): Promise<Listing<Connection>> {
    const { records, problems } = listingOf(await Promise.all((await ids()).map((id) => record.inspect(id))));
    return { records: [...records].sort(byAge), problems };
  }

  return {
    get: async (id) => (ID.test(id) ? record.read(id) : undefined),
    listAll,
    list: async () => (await listAll()).records,
    async create(draft) {
      const connection: Connection = {
        ...draft,
        id: hex(random(ID_BYTES)),
        externalId: hex(random(EXTERNAL_ID_BYTES)),
        tests: [],
        createdAt: new Date(clock.now()).toISOString(),
      };
      await record.write(connection, connection.id);
      await index.write([...(await ids()).filter((id) => id !== connection.id), connection.id]);
      return connection;
    },
    change: async (id, make) => (ID.test(id) ? changed(id, make, { changes, record }) : undefined),
    async delete(id) {
      if (!ID.test(id)) return;
      // In turn with changes: one that began before brings nothing back.
      const writes = { delete: connectionRecord.key(id) };
      await changes.change(guardOf(id), () => Promise.resolve({ writes, answer: undefined }));
      const reading = await index.inspect();
      const listed = index.valueOf(reading) ?? [];
      await index.replace(
        reading,
        listed.filter((other) => other !== id),
      );
    },
  };
}

interface Changing {
  readonly changes: OrderedChanges;
  readonly record: OpenRecord<Connection, string>;
}

function changed(
  id: string,
  make: (now: Connection) => Connection,
  { changes, record }: Changing,
): Promise<Connection | undefined> {
  return changes.change(guardOf(id), async () => {
    const reading = await record.inspect(id);
    const now = record.valueOf(reading);
    if (now === undefined) return { answer: undefined };
    const after = make(now);
    const value = encode(connectionRecord, reading, after);
    return { writes: { set: { key: reading.key, value } }, answer: after };
  });
}

/** Of the changes of one connection; it outlives the connection, whose id no other one gets. */
function guardOf(id: string): string {
  return `connection:${id}`;
}

async function storedIds(kvs: ConnectionStorage): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { key } of byPrefix(kvs, PREFIX)) ids.push(key.slice(PREFIX.length));
  return ids;
}

function byAge(one: Connection, other: Connection): number {
  return compare(one.createdAt, other.createdAt) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
