/** Get, set and delete of one key in one space. */
import type { JsonAnswer } from '../outside';
import type { Item } from './requests';
import { rowView } from './rows';
import { refused } from './kvs-error';
import { keyError, ttlError } from './rules';
import { type Space, spaceValueError } from './spaces';

export type Single = (space: Space, item: Item) => JsonAnswer;

/** `KEY_NOT_FOUND` is what @forge/kvs turns into `undefined`, for entities too. */
export function get({ rows, schema }: Space, { key }: Item): JsonAnswer {
  const problem = keyError(key);
  if (problem !== undefined) return refused(problem);
  const row = rows.get(key as string);
  if (row === undefined) {
    return refused({ status: 404, code: 'KEY_NOT_FOUND', message: 'Provided key does not exist' });
  }
  const entity = schema === undefined ? {} : { entityName: schema.name };
  return { status: 200, body: { ...rowView(key as string, row), ...entity } };
}

export function set(space: Space, { key, value, options }: Item): JsonAnswer {
  const problem = keyError(key) ?? spaceValueError(space, value) ?? ttlError(options?.ttl);
  if (problem !== undefined) return refused(problem);
  const { rows } = space;
  const name = key as string;
  const previous = rows.get(name);
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) {
    const message = 'Provided key already exists and cannot be overwritten';
    return refused({ status: 409, code: 'KEY_CONFLICT', message });
  }
  const latest = rows.set(name, value, options?.ttl);
  const wanted = options?.returnValue === 'PREVIOUS' ? previous : latest;
  if (options?.returnValue === undefined || wanted === undefined) return { status: 204 };
  return { status: 200, body: rowView(name, wanted) };
}

/** Succeeds whether the key exists or not. */
export function remove({ rows }: Space, { key }: Item): JsonAnswer {
  const problem = keyError(key);
  if (problem !== undefined) return refused(problem);
  rows.delete(key as string);
  return { status: 204 };
}
