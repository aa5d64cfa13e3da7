import type { CustomField } from '../model/custom-field';
import { type FieldScope, type Reading, accept, cannotBeSet, reject, textAt } from './reading';

/** A custom field's value: text, a number, or one of its options by id or by value. */
export function readCustom(id: string, value: unknown, scope: FieldScope): Reading {
  const field = scope.site.tables.customFields.get(id);
  if (field === undefined) return { ok: false, problem: cannotBeSet(id) };
  if (value === null) return accept({ custom: { [id]: null } });
  const parsed = parse(field, value);
  return parsed === undefined ? reject(id, complaint(field)) : accept({ custom: { [id]: parsed } });
}

function parse(field: CustomField, value: unknown): unknown {
  if (field.kind === 'text') return typeof value === 'string' ? value : undefined;
  if (field.kind === 'number') return typeof value === 'number' ? value : undefined;
  const id = textAt(value, 'id');
  const name = textAt(value, 'value');
  return field.options?.find((option) => option.id === id || (id === undefined && option.value === name));
}

function complaint(field: CustomField): string {
  if (field.kind === 'text') return 'Operation value must be a string';
  if (field.kind === 'number') return 'Operation value must be a number';
  return `Specify a valid 'id' or 'name' for ${field.name}`;
}
