import type { Operand } from '../ast';
import { JqlError } from '../jql-error';
import type { KnownName } from '../types';
import type { Value, ValueTerm } from './field';

const LIST_FUNCTIONS = new Set(['subtaskissuetypes']);
const KNOWN_FUNCTIONS = new Set([...LIST_FUNCTIONS, 'currentuser', 'now', 'startofday', 'endofday']);

/** Whether it stands for a list of values, and so for IN alone. */
export function isListFunction(value: Value | Operand): value is Extract<Value, { kind: 'function' }> {
  return value.kind === 'function' && LIST_FUNCTIONS.has(value.name.toLowerCase());
}

/** The literal of a term whose field takes no function. */
export function literalOf(term: ValueTerm): Exclude<Value, { kind: 'function' }> {
  if (term.value.kind === 'function') throw refusedFunction(term.value, term.field);
  return term.value;
}

/** Jira's words for a function that it does not know, or that does not fit the field. */
export function refusedFunction(value: Extract<Value, { kind: 'function' }>, field: string): JqlError {
  if (!KNOWN_FUNCTIONS.has(value.name.toLowerCase())) {
    return new JqlError(`Unable to find JQL function '${value.name}(${value.args.join(', ')})'.`);
  }
  return new JqlError(
    `A value provided by the function '${value.name}' is invalid for the field '${field}'.`,
  );
}

/** Jira's words for a name or an id that nobody has, or that the caller may not see. */
export function unknownValue(value: Value & { value: string }, field: string): JqlError {
  return value.kind === 'number'
    ? new JqlError(`A value with ID '${value.value}' does not exist for the field '${field}'.`)
    : new JqlError(`The value '${value.value}' does not exist for the field '${field}'.`);
}

/**
 * Finds what a literal names: text is a name or a key and only then an id; a number is an id and only
 * then a name.
 */
export function findNamed(term: ValueTerm, known: readonly KnownName[]): readonly KnownName[] {
  const literal = literalOf(term);
  const wanted = literal.value.toLowerCase();
  const byName = known.filter(
    (one) => one.name.toLowerCase() === wanted || one.key?.toLowerCase() === wanted,
  );
  const byId = known.filter((one) => one.id === literal.value);
  const [first, second] = literal.kind === 'number' ? [byId, byName] : [byName, byId];
  const found = first.length > 0 ? first : second;
  if (found.length === 0) throw unknownValue(literal, term.field);
  return found;
}
