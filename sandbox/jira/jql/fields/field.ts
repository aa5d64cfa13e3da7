import type { Literal, Operand, Operator } from '../ast';
import type { JqlContext, JqlIssue } from '../types';

/** The value to compare with: a literal or a function; EMPTY and lists are resolved before. */
export type Value = Literal | Extract<Operand, { kind: 'function' }>;

/** Operators that compare with one value; the negated ones and lists are made of these. */
export type ValueOperator = '=' | '<' | '<=' | '>' | '>=' | '~';

export interface ValueTerm {
  /** The field's name as the query spells it, for messages. */
  readonly field: string;
  readonly operator: ValueOperator;
  readonly value: Value;
  readonly context: JqlContext;
}

/** What JQL can do with one field. */
export interface Field {
  readonly operators: readonly Operator[];
  readonly isEmpty: (issue: JqlIssue) => boolean;
  /**
   * A test for issues whose field is not empty. Throws `JqlError` for a value that does not exist or does
   * not fit.
   */
  readonly test: (term: ValueTerm) => (issue: JqlIssue) => boolean;
  /** Absent where Jira, or the local site, cannot sort by the field. */
  readonly sort?: FieldOrder;
}

export interface FieldOrder {
  /** Undefined sorts after everything else, ascending. */
  readonly by: (issue: JqlIssue) => string | number | undefined;
  /** Where the query names no direction. */
  readonly direction: 'asc' | 'desc';
}

export const EQUALITY = ['=', '!=', 'in', 'not in'] as const satisfies readonly Operator[];
export const EMPTINESS = ['is', 'is not'] as const satisfies readonly Operator[];
export const ORDER = ['<', '<=', '>', '>='] as const satisfies readonly Operator[];
export const CONTAINS = ['~', '!~'] as const satisfies readonly Operator[];

/** Applies `<`, `<=`, `>`, `>=` or `=`; anything else is false. */
export function compareNumbers(operator: ValueOperator, left: number, right: number): boolean {
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  return operator === '=' && left === right;
}

/** JQL ignores the case of names. */
export function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
