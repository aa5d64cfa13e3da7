/** The tree that `parseJql` makes of a query: what was written, before any field is known. */

export interface Query {
  /** Absent where the query restricts nothing. */
  readonly where?: Clause;
  readonly orderBy: readonly Sort[];
}

export type Clause =
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  | Term;

export interface Term {
  readonly kind: 'term';
  readonly field: FieldRef;
  readonly operator: Operator;
  readonly operand: Operand;
  /** Of `was` and `changed`, where there are any: `before now()`, `by currentUser()`. */
  readonly predicates?: readonly Predicate[];
}

/** `name`, or `name[key].path` for an entity property; the grammar allows more brackets than any field has. */
export interface FieldRef {
  readonly name: string;
  readonly properties?: readonly FieldProperty[];
}

/** `path` is what follows the bracket, its dots included: `.risk`, `.label.color`, or nothing. */
export interface FieldProperty {
  readonly key: string;
  readonly path: string;
}

export type Operator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not' | HistoryOperator;

/** Read, so that they can be refused by name; the local site keeps no history to search. */
export type HistoryOperator = 'was' | 'was not' | 'was in' | 'was not in' | 'changed';

export interface Predicate {
  readonly kind: 'before' | 'after' | 'on' | 'during' | 'by' | 'from' | 'to';
  readonly operand: Operand;
}

export type Operand =
  | Literal
  | { readonly kind: 'empty' }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Operand[] };

/** Unquoted digits are a number: an id, or milliseconds. Everything else is text. */
export interface Literal {
  readonly kind: 'text' | 'number';
  readonly value: string;
}

export interface Sort {
  readonly field: FieldRef;
  /** Absent: the field's own default. */
  readonly direction?: 'asc' | 'desc';
}

/** The field as a person wrote it, for messages. */
export function fieldName(field: FieldRef): string {
  return [field.name, ...(field.properties ?? []).map(({ key, path }) => `[${key}]${path}`)].join('');
}
