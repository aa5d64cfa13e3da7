/** Transactions. Source: "Custom Entity Store Transactions" on developer.atlassian.com. */
import type { JsonAnswer } from '../outside';
import { filtersError, meets } from './entities/conditions';
import type { ConditionalItem, Transaction } from './requests';
import { type KvsError, refused } from './kvs-error';
import { keyError, transactionError, ttlError } from './rules';
import { SCHEMA_NOT_FOUND, type Spaces, spaceValueError } from './spaces';

/**
 * All or nothing: everything is checked before anything is written. The code and the message of a condition
 * that fails, and that it fails where the key is absent, are reported from a live site.
 */
export function transact(spaces: Spaces, request: Transaction): JsonAnswer {
  const { set = [], delete: deletes = [], check = [] } = request;
  const all = [...set, ...deletes, ...check];
  const problem =
    transactionError(all, request) ??
    first(all, (item) => itemError(spaces, item)) ??
    first(set, (item) => valueProblem(spaces, item)) ??
    first(all, (item) => unmetCondition(spaces, item));
  if (problem !== undefined) return refused(problem);
  for (const { key, entityName, value, options } of set) {
    spaces.of(entityName)?.rows.set(key as string, value, options?.ttl);
  }
  for (const { key, entityName } of deletes) spaces.of(entityName)?.rows.delete(key as string);
  return { status: 204 };
}

type Check = (item: ConditionalItem) => KvsError | undefined;

function first(items: readonly ConditionalItem[], check: Check): KvsError | undefined {
  return items.map(check).find((error) => error !== undefined);
}

function itemError(spaces: Spaces, { key, entityName, conditions }: ConditionalItem): KvsError | undefined {
  const space = spaces.of(entityName);
  if (space === undefined) return SCHEMA_NOT_FOUND;
  if (conditions === undefined || space.schema === undefined) return keyError(key);
  return keyError(key) ?? filtersError(space.schema, conditions);
}

function valueProblem(spaces: Spaces, { entityName, value, options }: ConditionalItem): KvsError | undefined {
  const space = spaces.of(entityName) ?? spaces.plain;
  return spaceValueError(space, value) ?? ttlError(options?.ttl);
}

function unmetCondition(spaces: Spaces, item: ConditionalItem): KvsError | undefined {
  if (item.conditions === undefined) return undefined;
  const row = spaces.of(item.entityName)?.rows.get(item.key as string);
  if (row !== undefined && meets(row.value, item.conditions)) return undefined;
  const message = 'Request failed due to conditional check specified or optimistic locking';
  return { code: 'CONDITIONAL_CHECK_FAILED', message };
}
