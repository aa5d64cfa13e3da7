/** What new issues can be given, as Jira's create screens have it. */
/** What a value of a field is. */
export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'url'
  | 'number'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'choices'
  | 'cascading'
  | 'labels'
  | 'user'
  | 'users'
  | 'team';

export interface FieldOption {
  readonly id: string;
  readonly name: string;
  /** Of a cascading list. */
  readonly children?: readonly FieldOption[];
}

/** Of the issue type that a level's new issues get; a level that has none, or several to choose from, has no screen. */
export interface CreateScreen {
  level: 'epic' | 'task' | 'subtask';
  issueTypeId: string;
  /** Of the issue type. */
  name: string;
  /** Fields that settings can give a value. */
  fields: ScreenField[];
}

export interface ScreenField {
  id: string;
  name: string;
  kind: FieldKind;
  /** Jira refuses an issue without it. */
  required: boolean;
  /** What is offered, the first 500; none for a kind that offers nothing. */
  options: FieldOption[];
}
