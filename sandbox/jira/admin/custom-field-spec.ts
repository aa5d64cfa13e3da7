import type { CustomField } from '../model/custom-field';
import type { Site } from '../site';
import { nextNumber } from '../tables';

/** A custom field, required on the screens that somebody puts it on. */
export interface CustomFieldSpec {
  readonly name: string;
  readonly kind?: CustomField['kind'];
  /** Values of a select field. */
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
    ...(options === undefined ? {} : { options: options.map((value, index) => optionOf(value, index)) }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
  site.tables.customFields.set(id, field);
  return field;
}

function optionOf(value: string, index: number): { id: string; value: string } {
  return { id: String(10_000 + index), value };
}
