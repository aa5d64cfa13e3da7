/**
 * Which values an entity's attributes take. Requirements: "Storing data in custom entities"; the code and the
 * message for a wrong type as reported from a live site. That an undeclared attribute is refused, and with
 * which code, is unverified (F19), as is `null` for a typed one.
 */
import type { KvsError } from '../kvs-error';
import type { AttributeType, EntitySchema } from './schema';

const MIN_INTEGER = -(2 ** 31);
const MAX_INTEGER = 2 ** 31 - 1;

/** Answers why a value is no value of the entity, if so. */
export function entityValueError({ name, attributes }: EntitySchema, value: unknown): KvsError | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'INVALID_ENTITY_VALUE', message: `A value of entity "${name}" must be an object.` };
  }
  for (const [attribute, content] of Object.entries(value)) {
    const type = attributes.get(attribute);
    if (type === undefined) return unknownAttribute(name, attribute);
    if (!isOfType(type, content)) return wrongType(attribute, type);
  }
  return undefined;
}

/** Answers why a value cannot be compared with an attribute, if so. */
export function comparisonError(
  { name, attributes }: EntitySchema,
  attribute: string,
  values: readonly unknown[],
): KvsError | undefined {
  const type = attributes.get(attribute);
  if (type === undefined) return unknownAttribute(name, attribute);
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
