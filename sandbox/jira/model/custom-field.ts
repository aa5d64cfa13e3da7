/** What a field holds; names as Jira's own types of custom fields have them. */
export type FieldKind =
  | 'text'
  | 'textarea'
  | 'url'
  | 'number'
  | 'date'
  | 'datetime'
  | 'select'
  | 'radio'
  | 'multiselect'
  | 'checkboxes'
  | 'cascading'
  | 'labels'
  | 'user'
  | 'users'
  | 'version'
  | 'versions'
  | 'components'
  | 'team'
  | 'sprint';

export interface CustomField {
  /** `customfield_10100`. */
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  /** Choices of a list. */
  readonly options?: readonly FieldOption[];
  /** Used where a create leaves the field out. */
  readonly defaultValue?: unknown;
}

export interface FieldOption {
  readonly id: string;
  readonly value: string;
  /** Of a cascading list. */
  readonly children?: readonly FieldOption[];
}
