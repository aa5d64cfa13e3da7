/** A page of an entity's values, by one of its indexes. Source: "Querying the Custom Entity Store". */
import type { JsonAnswer } from '../../outside';
import { type Row, type Rows, rowView } from '../rows';
import { refused } from '../kvs-error';
import { compare } from './compare';
import { isMet, meets } from './conditions';
import { CURSOR_OF_ANOTHER, decodeCursor, encodeCursor, type IndexPosition } from './cursor';
import { DEFAULT_LIMIT, type EntityQuery, queryError, unknownIndex } from './query-request';
import type { EntityIndex, EntitySchema } from './schema';

/**
 * Rows written after `visibleUntil` are not in the index yet. A row without the index's attributes is never in
 * it, rows of the same range value follow their keys, and filters work before the limit does: all unverified (F16).
 */
export function queryEntity(
  schema: EntitySchema,
  rows: Rows,
  query: EntityQuery,
  visibleUntil: number,
): JsonAnswer {
  const { indexName, limit = DEFAULT_LIMIT } = query;
  const index = schema.indexes.get(indexName);
  if (index === undefined) return refused(unknownIndex(schema, indexName));
  const problem = queryError(schema, index, query);
  if (problem !== undefined) return refused(problem);
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, scopeOf(query));
  if (after === 'invalid') return refused(CURSOR_OF_ANOTHER);
  const visible = rows.sorted().filter(([, row]) => row.createdAt <= visibleUntil);
  const matching = select(visible, index, query, after);
  const page = matching.slice(0, limit);
  const last = page.at(-1);
  const more = matching.length > page.length && last !== undefined;
  const cursor = more ? { cursor: encodeCursor(scopeOf(query), last) } : {};
  return { status: 200, body: { data: page.map(({ key, row }) => rowView(key, row)), ...cursor } };
}

interface Entry extends IndexPosition {
  readonly row: Row;
}

function select(
  rows: readonly (readonly [string, Row])[],
  index: EntityIndex,
  { partition = [], range, filters: filtered, sort }: EntityQuery,
  after: IndexPosition | undefined,
): readonly Entry[] {
  const direction = sort === 'DESC' ? -1 : 1;
  const order = (a: IndexPosition, b: IndexPosition): number =>
    direction * (compare(a.range, b.range) || compare(a.key, b.key));
  return rows
    .map(([key, row]) => ({ key, row, range: rangeOf(index, key, row) }))
    .filter((entry) => entry.range !== undefined && inPartition(index, partition, entry.row))
    .filter((entry) => range === undefined || isMet(range, entry.range))
    .filter((entry) => filtered === undefined || meets(entry.row.value, filtered))
    .filter((entry) => after === undefined || order(entry, after) > 0)
    .sort(order);
}

function rangeOf({ range }: EntityIndex, key: string, row: Row): unknown {
  return range === undefined ? key : attributesOf(row)[range];
}

function inPartition(index: EntityIndex, partition: readonly unknown[], row: Row): boolean {
  return index.partition.every((attribute, at) => attributesOf(row)[attribute] === partition[at]);
}

function attributesOf({ value }: Row): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}

/** What must be the same for a cursor to go on. */
function scopeOf({ entityName, indexName, partition = [], sort = 'ASC' }: EntityQuery): string {
  return JSON.stringify([entityName, indexName, partition, sort]);
}
