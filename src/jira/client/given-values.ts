/** The values that settings give the fields of one create screen: what is sent, and what keeps it from being sent. */
import type { Reason } from '../../reason';
import type { FieldValue, Level, MakeSettings } from '../model';
import { because } from '../reasons';
import { filledBy, type CreateField } from './create-meta';
import { encode } from './field-content';
import { kindOf, optionsOf } from './field-kinds';
import type { IssueType } from './issue-types';

export interface GivenValues {
  /** By field id, in the form that a create takes. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problems: readonly Reason[];
  /** Fields whose values are such problems. */
  readonly named: ReadonlySet<string>;
  /** Ids of fields that are not on the screen: Jira would refuse a value, so none is sent. */
  readonly offScreen: readonly string[];
}

/** Most options that are named. */
const MOST_NAMED = 20;

/** In another project than that of the settings, what does not fit there is left out untold. */
export function givenValues(
  level: Level,
  type: IssueType,
  fields: readonly CreateField[],
  { fieldValues = [], elsewhere = false }: MakeSettings,
): GivenValues {
  const sent: [string, unknown][] = [];
  const problems: Reason[] = [];
  const named = new Set<string>();
  const offScreen: string[] = [];
  for (const given of fieldValues.filter(({ issueTypeId }) => issueTypeId === type.id)) {
    const field = fields.find(({ fieldId }) => fieldId === given.fieldId);
    if (field === undefined) {
      offScreen.push(given.fieldId);
      continue;
    }
    const read = readValue(level, type, field, given);
    if (!('reason' in read)) sent.push([field.fieldId, read.value]);
    else if (!elsewhere) {
      problems.push(read.reason);
      named.add(field.fieldId);
    }
  }
  return { fields: Object.fromEntries(sent), problems, named, offScreen };
}

function readValue(
  level: Level,
  { name: type }: IssueType,
  field: CreateField,
  { value: content }: FieldValue,
): { readonly value: unknown } | { readonly reason: Reason } {
  const { name, fieldId: id, schema, allowedValues } = field;
  const kind = schema && kindOf(schema);
  if (kind === undefined || filledBy(level).includes(id)) {
    return { reason: because('field-not-for-settings', { field: name, id, type }) };
  }
  const options = optionsOf(allowedValues);
  const encoded = encode(kind, content, options, schema?.system !== undefined);
  if (encoded.ok) return { value: encoded.value };
  if (encoded.why === 'kind')
    return { reason: because('value-of-other-kind', { field: name, id, type, kind }) };
  const offered = options.slice(0, MOST_NAMED).map((option) => `${option.name} (${option.id})`);
  return { reason: because('value-not-offered', { field: name, id, type, values: encoded.ids, offered }) };
}
