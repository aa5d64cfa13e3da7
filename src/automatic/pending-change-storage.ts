/**
 * Where pending changes stand: in a custom entity, because Forge holds conditions of a transaction on entities alone,
 * and finds values by their attributes there.
 */
import { Filter, FilterConditions, WhereConditions, type kvs as forgeKvs } from '@forge/kvs';
import { TAKEN, UNMET, unless } from '../storage/conditional';
import type { SetOptions } from '../storage/open-record';

/** Declared in manifest.yml, with its attributes and indexes. */
const ENTITY = 'pending-change';
const BY_WORKLOAD = 'by-workload';
const BY_TIME = 'by-time';

/** Forge's most results a page. */
const PAGE = 100;

/** As Forge takes it; what of it decides is named. */
export type StoredEntity = Readonly<Record<string, unknown>> & { readonly changedAt: number };

export interface StoredValue {
  readonly key: string;
  readonly value: unknown;
}

export interface PendingChangeStorage {
  /** Strongly consistent. */
  get(key: string): Promise<unknown>;
  set(key: string, value: StoredEntity, options?: SetOptions): Promise<void>;
  /**
   * Writes only where `changedAt` still is the one that was read (undefined: nothing stands there); false: it is
   * another one, and nothing was written.
   */
  replace(
    key: string,
    changedAt: number | undefined,
    value: StoredEntity,
    options?: SetOptions,
  ): Promise<boolean>;
  /** Pending ones of a workload. Queries lag behind writes by moments. */
  ofWorkload(workloadArn: string): Promise<readonly StoredValue[]>;
  /** Pending ones that were due before, the longest first; at most so many. */
  dueBefore(time: number, most: number): Promise<readonly StoredValue[]>;
}

/** Throws what storage throws where it does not answer: whether that was written is not known then. */
export function createPendingChangeStorage(
  kvs: Pick<typeof forgeKvs, 'entity' | 'transact'>,
): PendingChangeStorage {
  const entity = kvs.entity<StoredEntity>(ENTITY);
  const query = (index: string, partition?: readonly string[]) =>
    entity
      .query()
      .index(index, partition && { partition: [...partition] })
      .limit(PAGE);
  return {
    get: (key) => entity.get(key),
    set: (key, value, options) => entity.set(key, value, options),
    replace: (key, changedAt, value, options) =>
      changedAt === undefined
        ? unless(TAKEN, () => entity.set(key, value, { ...options, keyPolicy: 'FAIL_IF_EXISTS' }))
        : unless(UNMET, () =>
            kvs
              .transact()
              .set(key, value, { entityName: ENTITY, conditions: changed(changedAt) }, options)
              .execute(),
          ),
    ofWorkload: (workloadArn) => pagesOf(() => query(BY_WORKLOAD, [workloadArn]), Infinity),
    dueBefore: (time, most) => pagesOf(() => query(BY_TIME).where(WhereConditions.lessThan(time)), most),
  };
}

function changed(at: number) {
  return new Filter<StoredEntity>().and('changedAt', FilterConditions.equalTo(at));
}

interface Query {
  cursor(cursor: string): Query;
  getMany(): Promise<{ readonly results: readonly StoredValue[]; readonly nextCursor?: string }>;
}

async function pagesOf(query: () => Query, most: number): Promise<readonly StoredValue[]> {
  const found: StoredValue[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await (cursor === undefined ? query() : query().cursor(cursor)).getMany();
    found.push(...page.results);
    cursor = page.nextCursor;
    if (cursor === undefined || found.length >= most) return found.slice(0, most);
  }
}
