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
    const query = storage.query().where('key', WhereConditions.beginsWith(prefix)).limit(PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    yield* page.results;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
