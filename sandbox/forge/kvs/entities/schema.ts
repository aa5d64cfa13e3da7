/**
 * Custom entities as the manifest declares them (`app.storage.entities`). Rules: "Defining Custom Entities" on
 * developer.atlassian.com, and the manifest's schema in @forge/manifest.
 */
export interface EntitySchema {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: ReadonlyMap<string, EntityIndex>;
}

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface EntityIndex {
  /** Attributes whose values a query names; none for an index over the whole entity. */
  readonly partition: readonly string[];
  /** The attribute that orders the index; the key itself, if absent. */
  readonly range?: string;
}

/** An entity as it stands in manifest.yml. */
export interface RawEntity {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  readonly indexes?: readonly (string | RawIndex)[];
}

interface RawIndex {
  readonly name: string;
  readonly partition?: readonly string[];
  readonly range: readonly string[];
}

/** Every entity has it without declaring it, and may not declare it. */
const KEY_INDEX = 'by-key';

/** @throws Error for entities that could not be deployed, naming the index and the attribute. */
export function entitySchemas(entities: readonly RawEntity[]): readonly EntitySchema[] {
  return entities.map(({ name, attributes, indexes = [] }) => {
    const types = new Map(Object.entries(attributes).map(([attribute, { type }]) => [attribute, type]));
    const named = new Map<string, EntityIndex>([[KEY_INDEX, { partition: [] }]]);
    for (const index of indexes) {
      const raw = typeof index === 'string' ? { name: index, range: [index] } : index;
      if (named.has(raw.name))
        throw new Error(`entity ${name}: index ${raw.name} is declared twice or reserved`);
      named.set(raw.name, indexFrom(name, raw, types));
    }
    return { name, attributes: types, indexes: named };
  });
}

function indexFrom(
  entity: string,
  { name, partition = [], range }: RawIndex,
  attributes: ReadonlyMap<string, AttributeType>,
): EntityIndex {
  const [first, ...others] = range;
  if (first === undefined || others.length > 0) {
    throw new Error(`entity ${entity}: index ${name} must have a range of one attribute`);
  }
  for (const attribute of [...partition, first]) {
    if (!attributes.has(attribute)) {
      throw new Error(`entity ${entity}: index ${name} names no attribute "${attribute}"`);
    }
  }
  return { partition, range: first };
}
