import type { CustomField, FieldOption } from '../model/custom-field';
import type { Site } from '../site';
import { nextNumber } from '../tables';

/** A custom field, required on the screens that somebody puts it on. */
export interface CustomFieldSpec {
  readonly name: string;
  readonly kind?: CustomField['kind'];
  /** Values of a list; of a cascading one `Parent > Child` for each lowest. */
  readonly options?: readonly string[];
  /** With a default the field is required, but nobody has to fill it. */
  readonly defaultValue?: unknown;
}

/** Makes the field, on no screen, with the next id, from customfield_10100. */
export function createCustomField(site: Site, spec: CustomFieldSpec): CustomField {
  const { name, kind = 'text', options, defaultValue } = spec;
  const id = `customfield_${nextNumber(site.tables, 'custom field', 10_100)}`;
  const field: CustomField = {
    id,
    name,
    kind,
    ...(options === undefined ? {} : { options: optionsOf(options) }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
  site.tables.customFields.set(id, field);
  return field;
}

/** Ids in the order of the values, parents before what follows them. */
function optionsOf(values: readonly string[]): FieldOption[] {
  const options: (FieldOption & { readonly children?: FieldOption[] })[] = [];
  let next = 10_000;
  for (const value of values) {
    const [name = '', child] = value.split(' > ');
    let option = options.find((known) => known.value === name);
    if (option === undefined) {
      option = { id: String(next++), value: name, ...(child === undefined ? {} : { children: [] }) };
      options.push(option);
    }
    if (child !== undefined) option.children?.push({ id: String(next++), value: child });
  }
  return options;
}
