/**
 * Which values an entity's attributes take. Requirements: "Storing data in custom entities"; the code and the
 * message for a wrong type as reported from a live site. That an undeclared attribute is refused, and with
 * which code, is unverified (F19), as is `null` for a typed one.
 */
import type { KvsError } from '../kvs-error';
import type { AttributeType, EntitySchema } from './schema';

/** "KVS and Custom Entity Store limits": a value that orders an index. */
const MAX_RANGE_BYTES = 900;
const MIN_INTEGER = -(2 ** 31);
const MAX_INTEGER = 2 ** 31 - 1;

/** Answers why a value is no value of the entity, if so. */
export function entityValueError(schema: EntitySchema, value: unknown): KvsError | undefined {
  const { name, attributes } = schema;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'INVALID_ENTITY_VALUE', message: `A value of entity "${name}" must be an object.` };
  }
  for (const [attribute, content] of Object.entries(value)) {
    const type = attributes.get(attribute);
    if (type === undefined) return unknownAttribute(name, attribute);
    if (!isOfType(type, content)) return wrongType(attribute, type);
  }
  return rangeError(schema, value as Readonly<Record<string, unknown>>);
}

/** Answers why a value cannot stand in one of the entity's indexes, if so. The code is unverified (F20). */
function rangeError(
  { indexes }: EntitySchema,
  value: Readonly<Record<string, unknown>>,
): KvsError | undefined {
  const ranges = [...indexes.values()].flatMap(({ range }) => range ?? []);
  const tooLong = ranges.find((range) => isTooLong(value[range]));
  if (tooLong === undefined) return undefined;
  const message = `"${tooLong}" orders an index and has more than ${MAX_RANGE_BYTES} bytes.`;
  return { code: 'MAX_SIZE', message };
}

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && Buffer.byteLength(value) > MAX_RANGE_BYTES;
}

/** Answers why a value cannot be compared with an attribute, if so. */
export function comparisonError(
  { name, attributes }: EntitySchema,
  attribute: string,
  values: readonly unknown[],
): KvsError | undefined {
  const type = attributes.get(attribute);
  if (type === undefined) return unknownAttribute(name, attribute);
  if (type === 'any') return NOT_COMPARABLE;
  return values.every((value) => isOfType(type, value)) ? undefined : wrongType(attribute, type);
}

function isOfType(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'integer':
      return Number.isInteger(value) && Number(value) >= MIN_INTEGER && Number(value) <= MAX_INTEGER;
    case 'float':
      return typeof value === 'number';
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

/** What has no type cannot be filtered by. Code and message as of other requests that storage answers with 422. */
const NOT_COMPARABLE: KvsError = {
  status: 422,
  code: 'UNPROCESSABLE_ENTITY',
  message: 'Request cannot be processed due to one or more semantic errors',
};

function unknownAttribute(entity: string, attribute: string): KvsError {
  return {
    code: 'INVALID_ENTITY_ATTRIBUTE',
    message: `The manifest declares no attribute "${attribute}" of entity "${entity}".`,
  };
}

function wrongType(attribute: string, type: AttributeType): KvsError {
  return {
    code: 'INCORRECT_PROPERTY_TYPE',
    message: `Data type for property "${attribute}" is defined as "${type}"`,
  };
}
