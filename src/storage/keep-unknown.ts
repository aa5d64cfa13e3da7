/** Members that another version of the app wrote stay when this one writes. Pure. */
import { canonicalJson } from '../hash';
import { isList, isObject } from '../json';

type ItemKey = ((item: unknown) => string | undefined) | undefined;

/**
 * `next` with what of `stored` is unknown.
 *
 * @param stored what stands in storage
 * @param parsed the value that was read of it: members that it lacks are unknown
 * @param itemKey items of lists with equal keys are the same; without it, equal ones are
 */
export function keepUnknown(stored: unknown, parsed: unknown, next: unknown, itemKey?: ItemKey): unknown {
  if (isList(stored) && isList(parsed) && isList(next)) return keepInList(stored, parsed, next, itemKey);
  if (!isObject(stored) || !isObject(parsed) || !isObject(next)) return next;
  const unknown = Object.entries(stored).filter(([name]) => !has(parsed, name) && !has(next, name));
  const known = Object.entries(next).map(([name, member]): [string, unknown] => {
    const isKept = has(stored, name) && has(parsed, name);
    return [name, isKept ? keepUnknown(stored[name], parsed[name], member, itemKey) : member];
  });
  return Object.fromEntries([...known, ...unknown]);
}

function keepInList(
  stored: readonly unknown[],
  parsed: readonly unknown[],
  next: readonly unknown[],
  itemKey: ItemKey,
): readonly unknown[] {
  if (stored.length !== parsed.length) return next;
  const nameOf = (item: unknown) => (isObject(item) ? (itemKey?.(item) ?? canonicalJson(item)) : undefined);
  const before = new Map(parsed.map((item, index) => [nameOf(item), index]));
  return next.map((item) => {
    const name = nameOf(item);
    const index = name === undefined ? undefined : before.get(name);
    return index === undefined ? item : keepUnknown(stored[index], parsed[index], item, itemKey);
  });
}

function has(object: object, name: string): boolean {
  return Object.hasOwn(object, name);
}
