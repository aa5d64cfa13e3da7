/**
 * Conditions on attributes, as queries and transactions state them. Codes: "Error handling for the Custom
 * Entity Store"; how absent attributes compare is unverified (F17): here every negation is the opposite of what it
 * negates.
 */
import { z } from 'zod';
import type { KvsError } from '../kvs-error';
import { comparisonError } from './attributes';
import { compare } from './compare';
import type { EntitySchema } from './schema';

export const RANGE_CONDITIONS = [
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
] as const;

const CONDITIONS = [
  ...RANGE_CONDITIONS,
  'CONTAINS',
  'NOT_CONTAINS',
  'NOT_EQUAL_TO',
  'EXISTS',
  'NOT_EXISTS',
] as const;

export interface Condition {
  readonly condition: (typeof CONDITIONS)[number];
  readonly values: readonly unknown[];
}

export const filters = z.object({
  and: z.array(filter()).optional(),
  or: z.array(filter()).optional(),
});
export type Filters = z.infer<typeof filters>;

/** "Each complex query can only have a maximum of 100 conditions": the range counts too (unverified, F18). */
export const MAX_CONDITIONS = 100;

function filter() {
  return z.object({ property: z.string(), condition: z.enum(CONDITIONS), values: z.array(z.unknown()) });
}

/** Answers why filters are refused, if they are. */
export function filtersError(schema: EntitySchema, { and, or }: Filters): KvsError | undefined {
  if (and !== undefined && or !== undefined) {
    return {
      code: 'INVALID_FILTER_OPERATORS_COMBINATION',
      message: 'Filter operators "and" and "or" cannot be present at the same level.',
    };
  }
  const all = and ?? or ?? [];
  if (all.length === 0) {
    return { code: 'EMPTY_FILTER_OPERATOR', message: 'Filter operators "and" and "or" cannot be empty.' };
  }
  return all.map((one) => conditionError(schema, one.property, one)).find((error) => error !== undefined);
}

/** Answers why a condition cannot be put to an attribute, if so. */
export function conditionError(
  schema: EntitySchema,
  attribute: string,
  { condition, values }: Condition,
): KvsError | undefined {
  if (values.length < (condition === 'BETWEEN' ? 2 : 1)) {
    return { code: 'INSUFFICIENT_FILTER_VALUES', message: `${condition} has not enough values.` };
  }
  const compared = condition === 'EXISTS' || condition === 'NOT_EXISTS' ? [] : values;
  return comparisonError(schema, attribute, compared);
}

/** Whether an entity's value meets the filters. */
export function meets(value: unknown, { and, or }: Filters): boolean {
  const attributes = value as Readonly<Record<string, unknown>>;
  const met = (one: z.infer<ReturnType<typeof filter>>): boolean => isMet(one, attributes[one.property]);
  return and === undefined ? (or ?? []).some(met) : and.every(met);
}

/** Whether the condition is true of what stands in an attribute; `undefined` where nothing does. */
export function isMet({ condition, values: [first, second] }: Condition, actual: unknown): boolean {
  switch (condition) {
    case 'EXISTS':
      return actual !== undefined;
    case 'NOT_EXISTS':
      return actual === undefined;
    case 'EQUAL_TO':
      return actual === first;
    case 'NOT_EQUAL_TO':
      return actual !== first;
    case 'CONTAINS':
      return contains(actual, first);
    case 'NOT_CONTAINS':
      return !contains(actual, first);
    case 'BEGINS_WITH':
      return typeof actual === 'string' && typeof first === 'string' && actual.startsWith(first);
    case 'BETWEEN':
      return compare(actual, first) >= 0 && compare(actual, second) <= 0;
    case 'GREATER_THAN':
      return compare(actual, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return compare(actual, first) >= 0;
    case 'LESS_THAN':
      return compare(actual, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return compare(actual, first) <= 0;
  }
}

function contains(text: unknown, part: unknown): boolean {
  return typeof text === 'string' && typeof part === 'string' && text.includes(part);
}
