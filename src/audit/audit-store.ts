/** The audit log, in Forge's custom entity store. */
import { Sort, WhereConditions, type kvs as forgeKvs } from '@forge/kvs';
import type { AuditEntry, AuditPage } from '../contract/audit';
import { shortened, withParts } from '../reason-parts';
import { decode, encode } from '../storage/decode';
import { setOptionsOf } from '../storage/open-record';
import { errorOf } from '../storage/problems';
import { logRecordProblem, type RecordLog } from '../storage/record-log';
import { harmless } from './harmless';
import {
  AUDIT_ENTITY,
  BY_PROJECT_AND_TIME,
  BY_TIME,
  auditRecord,
  type Entry,
  type NewEntry,
  type StoredEntry,
} from './model';
import { createPositions } from './positions';
import { because } from './reasons';

export interface AuditStoreOptions {
  /** The entity part of @forge/kvs. */
  readonly kvs: Pick<typeof forgeKvs, 'entity'>;
  readonly clock: { now(): number };
  /** That many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  readonly log?: RecordLog;
}

export interface AuditStore {
  /**
   * Records what has been done; call it afterwards. Never rejects: what an entry tells has happened, and
   * failing now would tell the caller that it had not. An entry that cannot be stored is in the app's log
   * instead, by action and target alone.
   */
  add(entry: NewEntry): Promise<void>;
  /**
   * A page of entries, newest first: the site's, or a project's. The latest seconds may be missing, since
   * Forge's indexes are eventually consistent. An entry that cannot be read stands in its place, with its key as the target.
   */
  list(range: AuditRange): Promise<AuditPage>;
}

export interface AuditRange {
  readonly projectId?: string;
  /** From the page before; any other text is a place in time like it, and reveals nothing more. */
  readonly cursor?: string;
}

/** Longest `change`, in UTF-16 code units of its JSON; longer ones are cut. */
export const LONGEST_CHANGE = 8000;
const PAGE = 50;

/** The longest that Forge allows ("Maximum TTL: 1 year"); an expired entry may be seen for 48 hours more. */
const LIFE = setOptionsOf(auditRecord);

/**
 * Pages are found by the position of the last entry shown, not by Forge's own cursor, which "is not stable",
 * is bound to a query that a client could not be trusted to keep, and orders equal times in no documented way.
 */
export function createAuditStore({ kvs, clock, random, log }: AuditStoreOptions): AuditStore {
  const entity = kvs.entity<StoredEntry>(AUDIT_ENTITY);
  const nextPosition = createPositions(random);
  return {
    async add(entry) {
      const now = clock.now();
      const at = new Date(now).toISOString();
      const stored = {
        ...(encode(auditRecord, undefined, { ...sanitised(entry), at }) as Entry),
        position: nextPosition(now),
      };
      try {
        await entity.set(stored.position, stored, LIFE);
      } catch (error) {
        logLost(stored, error);
      }
    },
    async list({ projectId, cursor }) {
      const index =
        projectId === undefined
          ? entity.query().index(BY_TIME)
          : entity.query().index(BY_PROJECT_AND_TIME, { partition: [projectId] });
      const older = cursor === undefined ? index : index.where(WhereConditions.lessThan(cursor));
      const { results, nextCursor } = await older.sort(Sort.DESC).limit(PAGE).getMany();
      const entries = results.map(({ key, value }) => entryOf(key, value, log));
      const last = nextCursor === undefined ? undefined : results.at(-1)?.key;
      return { entries, ...(last === undefined ? {} : { cursor: last }) };
    },
  };
}

/** The action of an entry that cannot be read: what was done is not known, and that something was is. */
export const UNREADABLE_ACTION = 'entry.unreadable';

/** A key begins with the time of its entry. */
function entryOf(key: string, stored: unknown, log: RecordLog = logRecordProblem): AuditEntry {
  const reading = decode(auditRecord, key, stored);
  if (reading.kind === 'value') return reading.value;
  const problem = reading.kind === 'problem' ? reading.problem : unreadableAt(key);
  log(problem);
  return {
    at: key.slice(0, '2031-01-01T00:00:00.000Z'.length),
    actor: { kind: 'app' },
    action: UNREADABLE_ACTION,
    target: because('target-record', { record: auditRecord.name, key }),
    change: errorOf(problem).reason,
  };
}

function unreadableAt(key: string) {
  return { code: 'unreadable', record: auditRecord.name, key } as const;
}

function sanitised({ target, change, ...entry }: NewEntry): NewEntry {
  return {
    ...entry,
    target: withParts(target, harmless),
    change: shortened(withParts(change, harmless), LONGEST_CHANGE),
  };
}

function logLost({ at, action, target, projectId }: StoredEntry, error: unknown): void {
  const { name, code } = error as { name?: unknown; code?: unknown };
  // eslint-disable-next-line no-console -- the platform's log
  console.error('Audit entry not stored', JSON.stringify({ at, action, target, projectId, name, code }));
}
