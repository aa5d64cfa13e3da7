/** Forge's key-value store, as @forge/kvs speaks to it: POST /api/v1/… with JSON. */
import { z } from 'zod';
import type { Clock } from '../../clock';
import type { Store } from '../../store/store';
import type { Endpoint, JsonAnswer } from '../outside';
import { queryKvs, queryRequest } from './query';
import { createRows, type Row, type Rows, rowView, type SetOptions } from './rows';
import { keyError, type KvsError, operationsError, valueError } from './rules';

export interface KvsOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** How far `query` lags behind the writes; `get` never does. */
  readonly queryLagMs?: number;
}

const setOptions = z
  .object({
    ttl: z
      .object({ value: z.number().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) })
      .optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  })
  .transform((options) => options as SetOptions);

const item = z.object({
  key: z.unknown(),
  value: z.unknown().optional(),
  entityName: z.string().optional(),
  conditions: z.unknown().optional(),
  options: setOptions.optional(),
});
type Item = z.infer<typeof item>;

const transaction = z.object({
  set: z.array(item).optional(),
  delete: z.array(item).optional(),
  check: z.array(item).optional(),
});

/** Storage of one installation. Every write is durable before it is answered. */
export function createKvs({ store, clock, queryLagMs = 0 }: KvsOptions): Endpoint {
  const plain = createRows(store.table<Row>('forge.kvs'), clock);
  const secret = createRows(store.table<Row>('forge.secrets'), clock);
  const operations: Record<string, (body: unknown) => JsonAnswer> = {
    get: (body) => get(plain, item.parse(body)),
    set: (body) => set(plain, item.parse(body)),
    delete: (body) => remove(plain, item.parse(body)),
    query: (body) => queryKvs(plain, queryRequest.parse(body), clock.now() - queryLagMs),
    'secret/get': (body) => get(secret, item.parse(body)),
    'secret/set': (body) => set(secret, item.parse(body)),
    'secret/delete': (body) => remove(secret, item.parse(body)),
    'batch/get': (body) => batch(z.array(item).parse(body), (one) => get(plain, one), rowOf),
    'batch/set': (body) => batch(z.array(item).parse(body), (one) => set(plain, one), keyOf),
    'batch/delete': (body) => batch(z.array(item).parse(body), (one) => remove(plain, one), keyOf),
    transaction: (body) => transact(plain, transaction.parse(body)),
  };
  return (path, body) => {
    const name = path.replace(/^\/api\/v1\//, '');
    const operation = operations[name];
    if (operation === undefined) return unsupported(name);
    const parsed = attempt(() => operation(body));
    store.commit();
    return parsed;
  };
}

function attempt(operation: () => JsonAnswer): JsonAnswer {
  try {
    return operation();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return refused({ code: 'VALIDATION_ERROR', message: z.prettifyError(error) });
  }
}

function get(rows: Rows, { key, entityName }: Item): JsonAnswer {
  const problem = entityError(entityName) ?? keyError(key);
  if (problem !== undefined) return refused(problem);
  const row = rows.get(key as string);
  if (row === undefined) return { status: 404, body: { code: 'KEY_NOT_FOUND', message: 'Key not found.' } };
  return { status: 200, body: rowView(key as string, row) };
}

function set(rows: Rows, { key, value, entityName, options }: Item): JsonAnswer {
  const problem = entityError(entityName) ?? keyError(key) ?? valueError(value);
  if (problem !== undefined) return refused(problem);
  const name = key as string;
  const previous = rows.get(name);
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) {
    return { status: 409, body: { code: 'KEY_CONFLICT', message: 'The key already exists.' } };
  }
  const latest = rows.set(name, value, options);
  const wanted = options?.returnValue === 'PREVIOUS' ? previous : latest;
  if (options?.returnValue === undefined || wanted === undefined) return { status: 204 };
  return { status: 200, body: rowView(name, wanted) };
}

/** Succeeds whether the key exists or not. */
function remove(rows: Rows, { key, entityName }: Item): JsonAnswer {
  const problem = entityError(entityName) ?? keyError(key);
  if (problem !== undefined) return refused(problem);
  rows.delete(key as string);
  return { status: 204 };
}

/** Each item succeeds or fails for itself; only a malformed list is refused as a whole. */
function batch(
  items: readonly Item[],
  one: (item: Item) => JsonAnswer,
  success: (key: string, answer: JsonAnswer) => unknown,
): JsonAnswer {
  const problem = operationsError(
    items.map(({ key }) => key),
    items,
  );
  if (problem !== undefined) return refused(problem);
  const successfulKeys: unknown[] = [];
  const failedKeys: unknown[] = [];
  for (const entry of items) {
    const answer = one(entry);
    if (answer.status < 300) successfulKeys.push(success(entry.key as string, answer));
    else failedKeys.push({ key: entry.key, error: answer.body });
  }
  return { status: 200, body: { successfulKeys, failedKeys } };
}

function keyOf(key: string): unknown {
  return { key };
}

function rowOf(_key: string, answer: JsonAnswer): unknown {
  return answer.body;
}

/** All or nothing: everything is checked before anything is written. */
function transact(rows: Rows, request: z.infer<typeof transaction>): JsonAnswer {
  const sets = request.set ?? [];
  const deletes = request.delete ?? [];
  const all = [...sets, ...deletes, ...(request.check ?? [])];
  const keys = all.map(({ key }) => key);
  const problem =
    operationsError(keys, request) ??
    all.map(({ entityName, key }) => entityError(entityName) ?? keyError(key)).find(Boolean) ??
    sets.map(({ value }) => valueError(value)).find(Boolean) ??
    (request.check === undefined ? undefined : entityError('check'));
  if (problem !== undefined) return refused(problem);
  for (const { key, value, options } of sets) rows.set(key as string, value, options);
  for (const { key } of deletes) rows.delete(key as string);
  return { status: 204 };
}

function entityError(entityName: string | undefined): KvsError | undefined {
  if (entityName === undefined) return undefined;
  return { code: 'UNSUPPORTED', message: 'The local host has no custom entity store (nor its conditions).' };
}

function refused(error: KvsError): JsonAnswer {
  return { status: 400, body: error };
}

function unsupported(operation: string): JsonAnswer {
  const message = `The local host has no storage operation "${operation}" (no custom entity store).`;
  return { status: 501, body: { code: 'UNSUPPORTED', message } };
}
