export interface CustomField {
  /** `customfield_10100`. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'number' | 'select';
  /** Choices of a select field. */
  readonly options?: readonly FieldOption[];
  /** Used where a create leaves the field out. */
  readonly defaultValue?: unknown;
}

export interface FieldOption {
  readonly id: string;
  readonly value: string;
}
