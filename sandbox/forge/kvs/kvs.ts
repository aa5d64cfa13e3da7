/** Forge's key-value store and custom entity store, as @forge/kvs speaks to them: POST /api/v1/… with JSON. */
import { z } from 'zod';
import type { Clock } from '../../clock';
import { type Limits, PLATFORM_LIMITS } from '../../limits/table';
import type { Store } from '../../store/store';
import type { Endpoint, JsonAnswer } from '../outside';
import { batch } from './batch';
import { queryEntity } from './entities/query';
import { entityQuery } from './entities/query-request';
import type { EntitySchema } from './entities/schema';
import { queryKvs, queryRequest } from './query';
import { createStorageMeter, type StorageMeter } from './meter';
import { entityItem, memberItem, plainItem, transaction } from './requests';
import { refused } from './kvs-error';
import { MAX_EXPIRY_LAG_MS } from './rows';
import { get, remove, set, type Single } from './single';
import { createSpaces, SCHEMA_NOT_FOUND, type Spaces } from './spaces';
import { transact } from './transaction';
import { costOfRead, costOfWrite } from './units';

export interface KvsOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** What the manifest declares; none by default. */
  readonly entities?: readonly EntitySchema[];
  /** How far queries lag behind the writes; `get` never does. */
  readonly queryLagMs?: number;
  /** How long after its expiry a value may still be read: none by default, at most 48 hours. */
  readonly expiryLagMs?: number;
  /** The platform's by default. */
  readonly limits?: Limits;
}

export interface Kvs {
  readonly endpoint: Endpoint;
  /** What was asked for, in units. */
  readonly meter: StorageMeter;
  /** The keys in secret storage, in order. */
  secretKeys(): readonly string[];
}

/** Storage of one installation. Every write is durable before it is answered. */
export function createKvs(options: KvsOptions): Kvs {
  const { store, clock, entities = [], queryLagMs = 0, expiryLagMs = 0, limits = PLATFORM_LIMITS } = options;
  const spaces = createSpaces(store, clock, entities, Math.min(expiryLagMs, MAX_EXPIRY_LAG_MS));
  const operations = operationsOn(spaces, () => clock.now() - queryLagMs);
  const meter = createStorageMeter(clock, limits);
  return {
    endpoint(path, body) {
      const name = path.replace(/^\/api\/v1\//, '');
      const operation = operations[name];
      if (operation === undefined) return unsupported(name);
      const answer = charged(meter, spaces, name, body, operation);
      store.commit();
      return answer;
    },
    meter,
    secretKeys: () => spaces.secret.rows.sorted().map(([key]) => key),
  };
}

/** A write is refused before it is done; what a read costs is known from what it found. */
function charged(
  meter: StorageMeter,
  spaces: Spaces,
  name: string,
  body: unknown,
  operation: (body: unknown) => JsonAnswer,
): JsonAnswer {
  const cost = costOfWrite(
    name,
    body,
    ({ key, entityName }) => spaces.of(entityName)?.rows.get(String(key))?.value,
  );
  const refusal = cost && meter.charge(cost);
  if (refusal !== undefined) return refused(refusal);
  const answer = attempt(() => operation(body));
  const tooMuch = cost === undefined ? meter.charge(costOfRead(name, answer.body)) : undefined;
  return tooMuch === undefined ? answer : refused(tooMuch);
}

type Operations = Readonly<Record<string, (body: unknown) => JsonAnswer>>;

/** Names under /api/v1 that storage answers to. */
export const STORAGE_OPERATIONS = [
  ...['get', 'set', 'delete', 'query', 'secret/get', 'secret/set', 'secret/delete'],
  ...['entity/get', 'entity/set', 'entity/delete', 'entity/query'],
  ...['batch/get', 'batch/set', 'batch/delete', 'transaction'],
] as const;

function operationsOn(spaces: Spaces, visibleUntil: () => number): Operations {
  const { plain, secret } = spaces;
  const members = z.array(memberItem);
  return {
    get: (body) => get(plain, plainItem.parse(body)),
    set: (body) => set(plain, plainItem.parse(body)),
    delete: (body) => remove(plain, plainItem.parse(body)),
    query: (body) => queryKvs(plain.rows, queryRequest.parse(body), visibleUntil()),
    'secret/get': (body) => get(secret, plainItem.parse(body)),
    'secret/set': (body) => set(secret, plainItem.parse(body)),
    'secret/delete': (body) => remove(secret, plainItem.parse(body)),
    'entity/get': (body) => inEntity(spaces, body, get),
    'entity/set': (body) => inEntity(spaces, body, set),
    'entity/delete': (body) => inEntity(spaces, body, remove),
    'entity/query': (body) => inQuery(spaces, body, visibleUntil()),
    'batch/get': (body) => batch(spaces, members.parse(body), 'get', get),
    'batch/set': (body) => batch(spaces, members.parse(body), 'set', set),
    'batch/delete': (body) => batch(spaces, members.parse(body), 'delete', remove),
    transaction: (body) => transact(spaces, transaction.parse(body)),
  };
}

function inEntity(spaces: Spaces, body: unknown, single: Single): JsonAnswer {
  const item = entityItem.parse(body);
  const space = spaces.of(item.entityName);
  return space === undefined ? refused(SCHEMA_NOT_FOUND) : single(space, item);
}

function inQuery(spaces: Spaces, body: unknown, visibleUntil: number): JsonAnswer {
  const query = entityQuery.parse(body);
  const space = spaces.of(query.entityName);
  if (space?.schema === undefined) return refused(SCHEMA_NOT_FOUND);
  return queryEntity(space.schema, space.rows, query, visibleUntil);
}

function attempt(operation: () => JsonAnswer): JsonAnswer {
  try {
    return operation();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return refused({ code: 'VALIDATION_ERROR', message: z.prettifyError(error) });
  }
}

function unsupported(operation: string): JsonAnswer {
  const message = `The local host has no storage operation "${operation}".`;
  return { status: 501, body: { code: 'UNSUPPORTED', message } };
}
