/** A page of entries as they stand in storage: so many, or so few as they are large. */
import { Sort, WhereConditions, type kvs as forgeKvs } from '@forge/kvs';
import { unitsOfAll } from '../storage/units';
import { BY_PROJECT_AND_TIME, BY_TIME, type StoredEntry } from './model';

export interface AuditRange {
  readonly projectId?: string;
  /** From the page before; any other text is a place in time like it, and reveals nothing more. */
  readonly cursor?: string;
}

type Entries = ReturnType<typeof forgeKvs.entity<StoredEntry>>;

interface EntriesPage {
  /** Newest first. */
  readonly rows: readonly { readonly key: string; readonly value: StoredEntry }[];
  readonly next: Pick<AuditRange, 'cursor'>;
}

/** Entries of a page; fewer once they come to `UNITS_A_CALL`. */
const PAGE = 50;

/**
 * Units of 10 KB that a call reads, and what its last query has beyond them: with the quota of the resolver well below
 * the 4,000 that a site may read in a minute.
 */
export const UNITS_A_CALL = 60;

/** Entries of a query: even the largest, of some 70 KB, come to little more than a call may read. */
const AT_ONCE = 10;

type Index = ReturnType<ReturnType<Entries['query']>['index']>;

/** Ten entries, or so many, newest first: of all, or of those before a position. */
export function readOlder(index: Index, before: string | undefined, most = AT_ONCE) {
  const older = before === undefined ? index : index.where(WhereConditions.lessThan(before));
  return older.sort(Sort.DESC).limit(most).getMany();
}

/**
 * Pages are found by the position of the last entry shown, not by Forge's own cursor, which "is not stable",
 * is bound to a query that a client could not be trusted to keep, and orders equal times in no documented way.
 */
export async function readEntries(entity: Entries, { projectId, cursor }: AuditRange): Promise<EntriesPage> {
  const index = () =>
    projectId === undefined
      ? entity.query().index(BY_TIME)
      : entity.query().index(BY_PROJECT_AND_TIME, { partition: [projectId] });
  const rows: { readonly key: string; readonly value: StoredEntry }[] = [];
  for (let before = cursor, units = 0; ;) {
    const { results, nextCursor } = await readOlder(index(), before);
    rows.push(...results);
    units += unitsOfAll(results.map(({ value }) => value));
    before = results.at(-1)?.key;
    if (nextCursor === undefined || before === undefined) return { rows, next: {} };
    if (rows.length >= PAGE || units >= UNITS_A_CALL) return { rows, next: { cursor: before } };
  }
}
