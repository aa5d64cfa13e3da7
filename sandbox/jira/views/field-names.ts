import { type FieldSchema, allFields } from '../fields/catalogue';
import type { Tables } from '../tables';

type Wanted = (fieldId: string) => boolean;

/** `expand=names`: what the fields are called. */
export function expandedNames(tables: Tables, wanted: Wanted): Record<string, string> {
  const fields = allFields(tables).filter((field) => wanted(field.id));
  return Object.fromEntries(fields.map((field) => [field.id, field.name]));
}

/** `expand=schema`: what type the fields have. */
export function expandedSchema(tables: Tables, wanted: Wanted): Record<string, FieldSchema> {
  const fields = allFields(tables).filter((field) => wanted(field.id));
  return Object.fromEntries(fields.map((field) => [field.id, field.schema]));
}
