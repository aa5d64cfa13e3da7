/** What a change of a stored record's schema asks for. */
import { isDeepStrictEqual } from 'node:util';

export type SchemaChange =
  | 'none'
  /** Members more, each optional or with a default: records without them are read, versions without them keep them. */
  | 'added'
  /** What is in storage would be read as something else, or not at all. */
  | 'needs-version';

/** Both are JSON schemas of what may be in storage: members with a default are not required there. */
export function schemaChange(kept: object, now: object): SchemaChange {
  if (isDeepStrictEqual(now, kept)) return 'none';
  return isDeepStrictEqual(withoutMore(now, kept), kept) ? 'added' : 'needs-version';
}

/**
 * The schema without the members that the kept one lacks; if one is required, `required` still names it. A kept schema
 * that says something of all other members, or of itself as a part, has none more: earlier code takes it for damage,
 * or drops it.
 */
function withoutMore(now: object, kept: object): object {
  const [before, after] = [propertiesOf(kept), propertiesOf(now)];
  if (!before || !after || 'additionalProperties' in kept || isPartOfItself(kept)) return now;
  const known = Object.entries(after).filter(([name]) => Object.hasOwn(before, name));
  return { ...now, properties: Object.fromEntries(known) };
}

function isPartOfItself(schema: object): boolean {
  return JSON.stringify(schema).includes('"$ref":"#"');
}

/** Of an object; lists and texts have none. */
function propertiesOf(schema: object): object | undefined {
  return 'properties' in schema ? (schema.properties as object) : undefined;
}
