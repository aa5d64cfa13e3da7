import { splitList } from '../query';

/**
 * What a `fields` parameter asks for: ids, `*all`, `*navigable` (all that the stand-in has), and `-id` to
 * leave one out. A list of exclusions alone starts from the default.
 */
export function wantedFields(
  given: readonly string[] | undefined,
  byDefault: '*all' | '*navigable' | 'id',
): (fieldId: string) => boolean {
  const parts = splitList(given ?? []);
  const without = new Set(parts.filter((part) => part.startsWith('-')).map((part) => part.slice(1)));
  const named = parts.filter((part) => !part.startsWith('-'));
  const included = new Set(named.length === 0 ? [byDefault] : named);
  const all = included.has('*all') || included.has('*navigable');
  return (fieldId) => !without.has(fieldId) && (all || included.has(fieldId));
}
