/** Which kind of value a field of a create screen takes, by the schema that create metadata gives it. */
import { z } from 'zod';
import type { FieldKind, FieldOption } from '../model';

/** Schema `JsonTypeBean`. */
export const fieldTypeSchema = z.object({
  type: z.string(),
  items: z.string().optional(),
  system: z.string().optional(),
  custom: z.string().optional(),
});

export type FieldType = z.infer<typeof fieldTypeSchema>;

/** Of a field with one value, by its type. */
const SINGLE: ReadonlyMap<string, FieldKind> = new Map([
  ['number', 'number'],
  ['date', 'date'],
  ['datetime', 'datetime'],
  ['option', 'choice'],
  ['version', 'choice'],
  ['option-with-child', 'cascading'],
  ['user', 'user'],
  ['team', 'team'],
]);

/** Of a field with a list of values, by the type of its items. */
const LISTS: ReadonlyMap<string, FieldKind> = new Map([
  ['option', 'choices'],
  ['component', 'choices'],
  ['version', 'choices'],
  ['string', 'labels'],
  ['user', 'users'],
]);

/** Undefined for a field whose value settings cannot express: of another app, a sprint, a group. */
export function kindOf({ type, items = '', system, custom = '' }: FieldType): FieldKind | undefined {
  if (type === 'array') return LISTS.get(items);
  if (type !== 'string') return SINGLE.get(type);
  if (system === 'environment' || custom.endsWith(':textarea')) return 'paragraph';
  return custom.endsWith(':url') ? 'url' : 'text';
}

/** Options have a `value`, components and versions a `name`. Those of a cascading list have children. */
const option = z.object({
  id: z.string(),
  value: z.string().optional(),
  name: z.string().optional(),
  archived: z.boolean().optional(),
  get children() {
    return z.array(option).optional();
  },
});

/** What a field offers, as Jira lists it; a part that does not read is left out. Archived versions are not offered. */
export function optionsOf(allowedValues: readonly unknown[] | undefined): readonly FieldOption[] {
  return (allowedValues ?? []).flatMap((allowed) => {
    const { data } = option.safeParse(allowed);
    return data === undefined || data.archived === true ? [] : [toOption(data)];
  });
}

function toOption({ id, value, name, children }: z.infer<typeof option>): FieldOption {
  const own = { id, name: value ?? name ?? id };
  return children === undefined ? own : { ...own, children: children.map(toOption) };
}
