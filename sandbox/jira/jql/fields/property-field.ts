import type { Operator } from '../ast';
import { parseDate } from '../dates';
import { JqlError } from '../jql-error';
import { compileTextQuery } from '../text-query';
import type { JqlIssue, PropertyAlias, PropertyType } from '../types';
import { compareNumbers, CONTAINS, EMPTINESS, EQUALITY, ORDER, type Field, type ValueTerm } from './field';
import { accountOf } from './issue-fields';
import { literalOf } from './values';

type Scalar = string | number;

const OPERATORS: Readonly<Record<PropertyType, readonly Operator[]>> = {
  number: [...EQUALITY, ...EMPTINESS, ...ORDER],
  date: [...EQUALITY, ...EMPTINESS, ...ORDER],
  string: [...EQUALITY, ...EMPTINESS],
  user: [...EQUALITY, ...EMPTINESS],
  text: [...CONTAINS, ...EMPTINESS],
};

/**
 * An indexed path of an entity property. `string` is "indexed as is and allows searching for the exact phrase
 * only": compared with its case (that Jira does so is unverified, J28). A list matches by any of its elements. A value
 * of another type than declared is not in the index.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 */
export function propertyField(indexed: PropertyAlias): Field {
  return {
    operators: OPERATORS[indexed.type],
    isEmpty: (issue) => valuesOf(issue, indexed).length === 0,
    test: (term) => {
      const matches = testScalar(indexed.type, term);
      return (issue) => valuesOf(issue, indexed).some(matches);
    },
  };
}

/**
 * A path that nobody indexed: Jira answers no error and finds nothing (reported from live sites), and so does the
 * local site.
 */
export const unindexedPropertyField: Field = {
  operators: [...EQUALITY, ...EMPTINESS, ...ORDER, ...CONTAINS],
  isEmpty: () => true,
  test: () => () => false,
};

function valuesOf(issue: JqlIssue, indexed: PropertyAlias): readonly Scalar[] {
  let value: unknown = issue.properties[indexed.propertyKey];
  for (const name of indexed.path.split('.')) value = memberOf(value, name);
  const wanted = indexed.type === 'number' ? 'number' : 'string';
  return (Array.isArray(value) ? value : [value]).filter((one): one is Scalar => typeof one === wanted);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function testScalar(type: PropertyType, term: ValueTerm): (value: Scalar) => boolean {
  if (type === 'number') return testNumber(term);
  if (type === 'date') return testDate(term);
  if (type === 'text') {
    const matches = compileTextQuery(literalOf(term).value, term.field);
    return (value) => matches(String(value));
  }
  const wanted = type === 'user' ? accountOf(term) : literalOf(term).value;
  return (value) => value === wanted;
}

function testNumber(term: ValueTerm): (value: Scalar) => boolean {
  const { value } = literalOf(term);
  const wanted = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(wanted)) {
    throw new JqlError(
      `The value '${value}' for field '${term.field}' is invalid - please specify a number.`,
    );
  }
  return (candidate) => compareNumbers(term.operator, Number(candidate), wanted);
}

function testDate(term: ValueTerm): (value: Scalar) => boolean {
  const wanted = parseDate(term.value, term.field, term.context.now);
  return (candidate) => compareNumbers(term.operator, Date.parse(String(candidate)), wanted);
}
