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

/** Entries of a page; fewer once they come to so many units of 10 KB. */
const PAGE = 50;
const PAGE_UNITS = 60;
/** Entries of a query: even the largest, of some 70 KB, come to little more than that. */
const AT_ONCE = 10;

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
    const older = before === undefined ? index() : index().where(WhereConditions.lessThan(before));
    const { results, nextCursor } = await older.sort(Sort.DESC).limit(AT_ONCE).getMany();
    rows.push(...results);
    units += unitsOfAll(results.map(({ value }) => value));
    before = results.at(-1)?.key;
    if (nextCursor === undefined || before === undefined) return { rows, next: {} };
    if (rows.length >= PAGE || units >= PAGE_UNITS) return { rows, next: { cursor: before } };
  }
}
