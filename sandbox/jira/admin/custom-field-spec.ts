import type { CustomField } from '../model/custom-field';
import type { Site } from '../site';
import { nextNumber } from '../tables';

/** A custom field that somebody made required. */
export interface RequiredFieldSpec {
  readonly name: string;
  readonly kind?: CustomField['kind'];
  /** Values of a select field. */
  readonly options?: readonly string[];
  /** With a default the field is required, but nobody has to fill it. */
  readonly defaultValue?: unknown;
}

/** Makes the field with the next id, from customfield_10100. */
export function createCustomField(site: Site, spec: RequiredFieldSpec): CustomField {
  const { name, kind = 'text', options, defaultValue } = spec;
  const id = `customfield_${nextNumber(site.tables, 'custom field', 10_100)}`;
  const field: CustomField = {
    id,
    name,
    kind,
    ...(options === undefined ? {} : { options: options.map((value, index) => optionOf(value, index)) }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
  site.tables.customFields.set(id, field);
  return field;
}

function optionOf(value: string, index: number): { id: string; value: string } {
  return { id: String(10_000 + index), value };
}
