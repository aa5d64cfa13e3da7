import type { JsonAnswer } from '../outside';
import type { MemberItem } from './requests';
import { refused } from './kvs-error';
import { batchError } from './rules';
import type { Single } from './single';
import { SCHEMA_NOT_FOUND, type Spaces } from './spaces';

/** Each item succeeds or fails for itself; only a malformed list is refused as a whole. */
export function batch(
  spaces: Spaces,
  items: readonly MemberItem[],
  verb: 'get' | 'set' | 'delete',
  single: Single,
): JsonAnswer {
  const problem = batchError(items, verb);
  if (problem !== undefined) return refused(problem);
  const successfulKeys: unknown[] = [];
  const failedKeys: unknown[] = [];
  for (const item of items) {
    const { key, entityName } = item;
    const space = spaces.of(entityName);
    const answer = space === undefined ? refused(SCHEMA_NOT_FOUND) : single(space, item);
    const named = entityName === undefined ? { key } : { key, entityName };
    if (answer.status >= 300) failedKeys.push({ ...named, error: answer.body });
    else successfulKeys.push(verb === 'get' ? answer.body : named);
  }
  return { status: 200, body: { successfulKeys, failedKeys } };
}
