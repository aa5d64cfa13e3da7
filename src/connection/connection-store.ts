/** Connections in Forge storage: one plain value each, without any secret. */
import type { Listing } from '../storage/listing';
import type { QueriedStorage } from '../storage/by-prefix';
import { encode } from '../storage/decode';
import type { GuardedStorage } from '../storage/guarded';
import { createOrderedChanges, type OrderedChanges } from '../storage/in-order';
import { openRecord, type OpenRecord } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { connectionIndexRecord, ownedConnectionsRecord } from './connection-lists';
import { hex } from './hex';
import { connectionRecord, isConnectionId, type Connection, type ConnectionDraft } from './model';
import { INDEX_GUARD } from './owner-lists';
import { openLists } from './read-lists';

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
  /** Those of one owner, oldest first: as many reads as there are, and one. */
  ofOwner(owner: Connection['owner']): Promise<Listing<Connection>>;
  /** A part of `listAll`, from one of its places on, 50 connections at most; `next`: where it goes on. */
  page(from: number): Promise<Listing<Connection> & { readonly next?: number }>;
  /** @throws RecordError */
  get(id: string): Promise<Connection | undefined>;
  /**
   * @param check is given the others of the same owner, as they stand at the moment at which this one is stored; what it
   * throws passes, and nothing is stored
   */
  create(draft: ConnectionDraft, check?: (others: readonly Connection[]) => void): Promise<Connection>;
  /**
   * Stores what `make` makes of the connection as it stands, and answers that; undefined, and nothing is stored, where
   * there is none. `make` is called again where somebody else changed the connection in between.
   *
   * @param check is given that and the others of the same owner, as they stand at the moment at which it is stored: two
   * changes with a check, or one and a `create`, see one another
   * @throws RecordError, and whatever `make` and `check` throw
   */
  change(id: string, make: (now: Connection) => Connection, check?: Check): Promise<Connection | undefined>;
  /** From then on `get` and `list` do not know it. Deleting what is not there changes nothing. */
  delete(id: string): Promise<void>;
}

type Check = (after: Connection, others: readonly Connection[]) => void;

export interface ConnectionStoreOptions {
  readonly kvs: ConnectionStorage;
  readonly guarded: Pick<GuardedStorage, 'get' | 'create' | 'replace'>;
  /** That many bytes of cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
  readonly clock: { now(): number };
  /** Tells a change from another's; by default of `random`. */
  readonly nonce?: () => string;
  readonly log?: RecordLog;
}

const ID_BYTES = 8;
/** 128 bits: the external id must not be guessable. Its form is within STS's `[\w+=,.@:\/-]{2,1224}`. */
const EXTERNAL_ID_BYTES = 16;

/**
 * Two lists say which ids there are: of all, and of each owner. `get` is strictly consistent and `query` is not, so a
 * query is asked for what an earlier version lost of them alone (`owner-lists.ts`). Whether a connection exists, its own
 * record alone decides; record and lists are written as one, so that none is ever without its places.
 */
export function createConnectionStore(options: ConnectionStoreOptions): ConnectionStore {
  const { kvs, guarded, random, log, nonce = () => hex(random(ID_BYTES)) } = options;
  const changes = createOrderedChanges(guarded, nonce);
  const record = openRecord(connectionRecord, kvs, log);
  const index = openRecord(connectionIndexRecord, kvs, log);
  const owned = openRecord(ownedConnectionsRecord, kvs, log);
  const lists = openLists({ record, index, owned, kvs, changes });

  return {
    get: async (id) => (isConnectionId(id) ? record.read(id) : undefined),
    listAll: lists.all,
    list: async () => (await lists.all()).records,
    ofOwner: async (owner) => (await lists.ofOwner(owner)).listing,
    page: (from) => lists.page(from),
    async create(draft, check = () => undefined) {
      const connection = made(draft, options);
      const keys = [ownedConnectionsRecord.key(draft.owner), INDEX_GUARD] as const;
      await changes.change(keys, async () => {
        const { reading, listing, ids } = await lists.ofOwner(draft.owner);
        check(listing.records);
        const list = encode(ownedConnectionsRecord, reading, [...ids, connection.id]);
        const value = encode(connectionRecord, undefined, connection);
        const sets = [
          { key: reading.key, value: list },
          { key: connectionRecord.key(connection.id), value },
          await lists.relisted((listed) => [...listed, ...ids, connection.id]),
        ];
        return { writes: { sets }, answer: undefined };
      });
      return connection;
    },
    change: async (id, make, check) =>
      isConnectionId(id) ? changed(id, make, check, { changes, record, lists }) : undefined,
    async delete(id) {
      if (!isConnectionId(id)) return;
      // In turn with changes: one that began before brings nothing back.
      await changes.change([guardOf(id), INDEX_GUARD], async () => {
        const sets = [await lists.relisted((listed) => listed.filter((other) => other !== id))];
        return { writes: { sets, deletes: [connectionRecord.key(id)] }, answer: undefined };
      });
    },
  };
}

function made(draft: ConnectionDraft, { random, clock }: ConnectionStoreOptions): Connection {
  return {
    ...draft,
    id: hex(random(ID_BYTES)),
    externalId: hex(random(EXTERNAL_ID_BYTES)),
    tests: [],
    createdAt: new Date(clock.now()).toISOString(),
  };
}

interface Changing {
  readonly changes: OrderedChanges;
  readonly record: OpenRecord<Connection, string>;
  readonly lists: Pick<ReturnType<typeof openLists>, 'ofOwner'>;
}

/** Where it is checked, in turn with whatever else is made or checked of its owner, who stays the same. */
async function changed(
  id: string,
  make: (now: Connection) => Connection,
  check: Check | undefined,
  { changes, record, lists }: Changing,
): Promise<Connection | undefined> {
  const owner = check && (await record.read(id))?.owner;
  const ofOwner = owner ? [ownedConnectionsRecord.key(owner)] : [];
  return changes.change([guardOf(id), ...ofOwner], async () => {
    const reading = await record.inspect(id);
    const now = record.valueOf(reading);
    if (now === undefined) return { answer: undefined };
    const after = make(now);
    if (check) {
      const { listing } = await lists.ofOwner(now.owner);
      const others = listing.records.filter((each) => each.id !== id);
      check(after, others);
    }
    const value = encode(connectionRecord, reading, after);
    return { writes: { sets: [{ key: reading.key, value }] }, answer: after };
  });
}

/** Of the changes of one connection; it outlives the connection, whose id no other one gets. */
function guardOf(id: string): string {
  return `connection:${id}`;
}
