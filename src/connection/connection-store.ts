/** Connections in Forge storage: one plain value each, without any secret. */
import { WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { hex } from './hex';
import { connectionSchema, type Connection, type ConnectionDraft } from './model';

interface KeyQuery {
  where(property: 'key', condition: ReturnType<typeof WhereConditions.beginsWith>): KeyQuery;
  cursor(cursor: string): KeyQuery;
  limit(limit: number): KeyQuery;
  getMany(): Promise<{ readonly results: readonly { readonly key: string }[]; readonly nextCursor?: string }>;
}

/** The part of @forge/kvs that the store needs. */
export interface ConnectionStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<unknown>;
  delete(key: string): Promise<void>;
  query(): KeyQuery;
}

export interface ConnectionStore {
  /** All connections, oldest first. Throws if a record is not one this version of the app wrote. */
  list(): Promise<readonly Connection[]>;
  get(id: string): Promise<Connection | undefined>;
  create(draft: ConnectionDraft): Promise<Connection>;
  /** False, and nothing is stored, where the connection was deleted meanwhile. */
  save(connection: Connection): Promise<boolean>;
  /** From then on `get` and `list` do not know it. Deleting what is not there changes nothing. */
  delete(id: string): Promise<void>;
}

export interface ConnectionStoreOptions {
  readonly kvs: ConnectionStorage;
  /** That many bytes of cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
  readonly clock: { now(): number };
}

/** Keys stay within Forge's alphabet `[a-zA-Z0-9:._\s-#]` (Forge storage, "Keys"). */
const INDEX = 'connections';
const PREFIX = 'connection:';

const ID = /^[0-9a-f]{16}$/;
const ID_BYTES = 8;
/** 128 bits: the external id must not be guessable. Its form is within STS's `[\w+=,.@:\/-]{2,1224}`. */
const EXTERNAL_ID_BYTES = 16;

/** The most that a query answers at once (Forge storage reference, "limit"). */
const PAGE = 100;

const indexSchema = z.array(z.string());

/**
 * Two sources say which ids there are: one value, because `get` is strictly consistent and `query` is not, and
 * a query, because two creates in the same instant can lose an entry of the value; the next create puts it
 * back. Whether a connection exists, its own record alone decides.
 */
export function createConnectionStore({ kvs, random, clock }: ConnectionStoreOptions): ConnectionStore {
  const index = async () => indexSchema.parse((await kvs.get(INDEX)) ?? []);
  const ids = async () => [...new Set((await Promise.all([index(), storedIds(kvs)])).flat())];

  async function get(id: string): Promise<Connection | undefined> {
    if (!ID.test(id)) return undefined;
    const stored = await kvs.get(PREFIX + id);
    return stored === undefined ? undefined : connectionSchema.parse(stored);
  }

  return {
    get,
    async list() {
      const found = await Promise.all((await ids()).map(get));
      return found.filter((connection) => connection !== undefined).sort(byAge);
    },
    async create(draft) {
      const connection: Connection = {
        ...draft,
        id: hex(random(ID_BYTES)),
        externalId: hex(random(EXTERNAL_ID_BYTES)),
        tests: [],
        createdAt: new Date(clock.now()).toISOString(),
      };
      await kvs.set(PREFIX + connection.id, connection);
      await kvs.set(INDEX, [...(await ids()).filter((id) => id !== connection.id), connection.id]);
      return connection;
    },
    async save(connection) {
      if ((await kvs.get(PREFIX + connection.id)) === undefined) return false;
      await kvs.set(PREFIX + connection.id, connection);
      return true;
    },
    async delete(id) {
      if (!ID.test(id)) return;
      await kvs.delete(PREFIX + id);
      await kvs.set(
        INDEX,
        (await index()).filter((other) => other !== id),
      );
    },
  };
}

async function storedIds(kvs: ConnectionStorage): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    keys.push(...page.results.map(({ key }) => key));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return keys.map((key) => key.slice(PREFIX.length));
}

function byAge(one: Connection, other: Connection): number {
  return compare(one.createdAt, other.createdAt) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
