/** What `npm run settings` changes of a link's settings. Pure. */
import type { FieldValue, LinkSettings } from './api';
import type { FieldOption } from './field-option';

export interface SettingsChange {
  /** Settings by name, whatever the app makes of them; of `undefined` the link has none of its own any more. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Ids of statuses. */
  readonly implemented: readonly string[];
  readonly fields?: readonly FieldOption[];
}

/** Whether anything is to be saved. */
export function isChange({ set, implemented, fields = [] }: SettingsChange): boolean {
  return Object.keys(set).length > 0 || implemented.length > 0 || fields.length > 0;
}

/** The link's own settings with the change. */
export function changeSettings(own: LinkSettings, { set, implemented, fields = [] }: SettingsChange): object {
  const resolveSelects = {
    implemented: implemented.map((statusId) => ({ statusId })),
    notApplicable: own.resolveSelects?.notApplicable ?? [],
  };
  return {
    ...own,
    ...(implemented.length === 0 ? {} : { resolveSelects }),
    ...(fields.length === 0 ? {} : { fieldValues: withFields(own.fieldValues ?? [], fields) }),
    ...set,
  };
}

/** The last of a field holds. */
function withFields(own: readonly FieldValue[], fields: readonly FieldOption[]): readonly object[] {
  const values = new Map([...own, ...fields].map((each) => [`${each.issueTypeId} ${each.fieldId}`, each]));
  return [...values.values()].filter(({ value }) => value !== undefined);
}
