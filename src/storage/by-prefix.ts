/** Values whose keys begin alike. */
import { WhereConditions } from '@forge/kvs';

export interface StoredValue {
  readonly key: string;
  readonly value: unknown;
}

interface Page {
  readonly results: readonly StoredValue[];
  readonly nextCursor?: string;
}

interface KeyQuery {
  where(property: 'key', condition: ReturnType<typeof WhereConditions.beginsWith>): KeyQuery;
  cursor(cursor: string): KeyQuery;
  limit(limit: number): KeyQuery;
  getMany(): Promise<Page>;
}

/** The part of @forge/kvs that finds keys. */
export interface QueriedStorage {
  query(): KeyQuery;
}

/** Forge's most results a page. */
const PAGE = 100;

/** Page after page, as long as somebody asks. What was written a moment ago may be missing: Forge's indexes lag. */
export async function* byPrefix(storage: QueriedStorage, prefix: string): AsyncGenerator<StoredValue> {
  let cursor: string | undefined;
  do {
    const page = await pageByPrefix(storage, prefix, { limit: PAGE, cursor });
    yield* page.results;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** One page of the same. @param limit 1 to 100. @param cursor of the page before; another one rejects, or is ignored */
export function pageByPrefix(
  storage: QueriedStorage,
  prefix: string,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
): Promise<Page> {
  const query = storage.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
  return (cursor === undefined ? query : query.cursor(cursor)).getMany();
}
