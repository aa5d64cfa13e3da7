import { z } from 'zod';
import type { JsonAnswer } from '../outside';
import { CURSOR_OF_ANOTHER, decodeCursor, encodeCursor } from './entities/cursor';
import { refused } from './kvs-error';
import { type Rows, rowView } from './rows';

/** Results of one page: 10 unless asked for, at most 100 (Forge storage reference, query tool). */
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

export const queryRequest = z.object({
  limit: z.number().int().optional(),
  after: z.string().optional(),
  where: z
    .array(
      z.object({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.tuple([z.string()]),
      }),
    )
    .max(1)
    .optional(),
});

/** A page of rows by key. A row written after `visibleUntil` is not in the index yet. */
export function queryKvs(
  rows: Rows,
  { limit = DEFAULT_LIMIT, after, where }: z.infer<typeof queryRequest>,
  visibleUntil: number,
): JsonAnswer {
  if (limit < 1 || limit > MAX_LIMIT) {
    return refused({ code: 'QUERY_WHERE_INVALID', message: `limit must be 1 to ${MAX_LIMIT}.` });
  }
  const prefix = where?.[0]?.values[0] ?? '';
  const scope = JSON.stringify(['key', prefix]);
  const start = after === undefined ? undefined : decodeCursor(after, scope);
  if (start === 'invalid') return refused(CURSOR_OF_ANOTHER);
  const matching = rows
    .sorted()
    .filter(([key, row]) => key.startsWith(prefix) && row.createdAt <= visibleUntil)
    .filter(([key]) => start === undefined || key > start.key);
  const page = matching.slice(0, limit);
  const last = page.at(-1)?.[0];
  const more = matching.length > page.length && last !== undefined;
  const cursor = more ? { cursor: encodeCursor(scope, { range: last, key: last }) } : {};
  return { status: 200, body: { data: page.map(([key, row]) => rowView(key, row)), ...cursor } };
}
