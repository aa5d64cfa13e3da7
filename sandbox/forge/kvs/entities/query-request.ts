/** Queries as @forge/kvs sends them, and why one is refused. */
import { z } from 'zod';
import type { KvsError } from '../kvs-error';
import { comparisonError } from './attributes';
import { conditionError, filters, filtersError, MAX_CONDITIONS, RANGE_CONDITIONS } from './conditions';
import type { EntityIndex, EntitySchema } from './schema';

/** Results of one page: 10 unless asked for, 1 to 100. */
export const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

export const entityQuery = z.object({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: z.object({ condition: z.enum(RANGE_CONDITIONS), values: z.array(z.unknown()) }).optional(),
  filters: filters.optional(),
  /** Ascending by default (unverified, F16). */
  sort: z.enum(['ASC', 'DESC']).optional(),
  limit: z.number().optional(),
  cursor: z.string().optional(),
});
export type EntityQuery = z.infer<typeof entityQuery>;

/** Answers why a query of an index is refused, if it is. */
export function queryError(
  schema: EntitySchema,
  index: EntityIndex,
  query: EntityQuery,
): KvsError | undefined {
  return (
    limitError(query.limit ?? DEFAULT_LIMIT) ??
    partitionError(schema, index, query) ??
    conditionsError(schema, index, query)
  );
}

function limitError(limit: number): KvsError | undefined {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return undefined;
  const message = `The page limit must be set between 1 and ${MAX_LIMIT}.`;
  return { code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', message };
}

/** The code is documented for reserved names; that an undeclared index has it too is unverified (F20). */
export function unknownIndex({ name }: EntitySchema, index: string): KvsError {
  return {
    code: 'INVALID_ENTITY_INDEX',
    message: `The manifest declares no index "${index}" of entity "${name}".`,
  };
}

/** "You must set a value for each attribute … in the order they are declared"; the code is unverified (F20). */
function partitionError(
  schema: EntitySchema,
  index: EntityIndex,
  { partition = [], indexName }: EntityQuery,
): KvsError | undefined {
  if (partition.length !== index.partition.length) {
    const message = `Index "${indexName}" takes ${index.partition.length} partition values.`;
    return { code: 'VALIDATION_ERROR', message };
  }
  return index.partition
    .map((attribute, at) => comparisonError(schema, attribute, [partition[at]]))
    .find((error) => error !== undefined);
}

function conditionsError(schema: EntitySchema, index: EntityIndex, query: EntityQuery): KvsError | undefined {
  const { range, filters: filtered } = query;
  const conditions =
    (range === undefined ? 0 : 1) + [...(filtered?.and ?? []), ...(filtered?.or ?? [])].length;
  if (conditions > MAX_CONDITIONS) {
    return { code: 'VALIDATION_ERROR', message: `A query may have ${MAX_CONDITIONS} conditions.` };
  }
  const ranged =
    range === undefined || index.range === undefined ? undefined : conditionError(schema, index.range, range);
  return ranged ?? (filtered === undefined ? undefined : filtersError(schema, filtered));
}
