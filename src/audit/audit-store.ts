/** The audit log, in Forge's custom entity store. */
import type { AuditEntry, AuditExport, AuditPage } from '../contract/audit';
import { decode } from '../storage/decode';
import { errorOf } from '../storage/problems';
import { logRecordProblem, type RecordLog } from '../storage/record-log';
import type { Json } from './chain';
import { forgetAccounts } from './forget-accounts';
import {
  AUDIT_ENTITY,
  BY_CHAIN_AND_TIME,
  auditRecord,
  type Entry,
  type NewEntry,
  type StoredEntry,
} from './model';
import type { People } from './people';
import { readEntries, readOlder, type AuditRange } from './read-entries';
import { because } from './reasons';
import { timeOf } from './positions';
import { peopleIn } from './without-accounts';
import { createEntryWriter, type EntryWriterOptions } from './write-entries';

export interface AuditStoreOptions extends EntryWriterOptions {
  readonly people: Pick<People, 'refOf' | 'accountsOf'>;
  readonly log?: RecordLog;
}

export interface AuditStore {
  /**
   * Records what has been done; call it afterwards. Never rejects: what an entry tells has happened, and
   * failing now would tell the caller that it had not. An entry that cannot be stored is in the app's log
   * instead, by action and target alone. Costs a read and a transaction of two keys, however many lines it has up to
   * some hundreds; a person's, one read more.
   */
  add(entry: NewEntry): Promise<void>;
  /**
   * A page of entries, newest first: the site's, or a project's. The latest seconds may be missing, since
   * Forge's indexes are eventually consistent. An entry that cannot be read stands in its place, with its key as the target.
   */
  list(range: AuditRange): Promise<AuditPage>;
  /** The same as they stand in storage, whose hashes anybody can compute, and who the references are. */
  export(range: AuditRange): Promise<AuditExport>;
  /** Entries of earlier versions hold no account id from then on. */
  forgetAccounts(): Promise<void>;
  /** Ten entries of one chain, or so many, as they stand in storage, newest first: of all, or of those before a position. */
  ofChain(chain: string, before?: string, most?: number): Promise<ChainPage>;
}

export interface ChainPage {
  readonly entries: readonly (Json & { readonly position: string })[];
  /** There is no older one. */
  readonly isLast: boolean;
}

export function createAuditStore(options: AuditStoreOptions): AuditStore {
  const { kvs, people, log } = options;
  const entity = kvs.entity<StoredEntry>(AUDIT_ENTITY);
  const write = createEntryWriter(options);

  async function found(range: AuditRange) {
    const { rows, next } = await readEntries(entity, range);
    const entries = rows.map(({ key, value }) => entryOf(key, value, log));
    const accounts = await people.accountsOf(refsIn(entries));
    return { rows, entries, accounts, next };
  }

  return {
    async add(deed) {
      try {
        await write(deed);
      } catch (error) {
        logLost(deed, error);
      }
    },
    async list(range) {
      const { entries, accounts, next } = await found(range);
      return { entries: entries.map((entry) => viewOf(entry, accounts)), ...next };
    },
    async export(range) {
      const { rows, accounts, next } = await found(range);
      const entries = rows.map(({ value }) => ({ ...value }));
      return { entries, people: Object.fromEntries(accounts), ...next };
    },
    forgetAccounts: () => forgetAccounts(options),
    async ofChain(chain, before, most) {
      const index = entity.query().index(BY_CHAIN_AND_TIME, { partition: [chain] });
      const { results, nextCursor } = await readOlder(index, before, most);
      const entries = results.map(({ key, value }) => ({ ...(value as unknown as Json), position: key }));
      return { entries, isLast: nextCursor === undefined || entries.length === 0 };
    },
  };
}

/** The action of an entry that cannot be read: what was done is not known, and that something was is. */
export const UNREADABLE_ACTION = 'entry.unreadable';

function entryOf(key: string, stored: unknown, log: RecordLog = logRecordProblem): Entry {
  const reading = decode(auditRecord, key, stored);
  if (reading.kind === 'value') return reading.value;
  const problem = reading.kind === 'problem' ? reading.problem : unreadableAt(key);
  log(problem);
  return {
    at: timeOf(key),
    actor: { kind: 'app' },
    action: UNREADABLE_ACTION,
    target: because('target-record', { record: auditRecord.name, key }),
    change: errorOf(problem).reason,
  };
}

function unreadableAt(key: string) {
  return { code: 'unreadable', record: auditRecord.name, key } as const;
}

/** Those who acted in so many entries, and as many others: what a person typed may look like no end of references. */
const MOST_PEOPLE = 100;

/** References of whoever acted, and of whom a change and its lines name. */
function refsIn(entries: readonly Entry[]): readonly string[] {
  const actors = entries.flatMap(({ actor }) => ('ref' in actor ? [actor.ref] : []));
  const others = entries.flatMap(({ change, lines = [] }) => [change, ...lines].flatMap(peopleIn));
  return [...new Set([...actors, ...others])].slice(0, MOST_PEOPLE);
}

/** Without what only the chain needs. */
function viewOf(
  { actor, previous: _, hash: __, ...entry }: Entry,
  accounts: ReadonlyMap<string, string>,
): AuditEntry {
  return {
    ...entry,
    actor: actor.kind === 'person' && 'ref' in actor ? withAccount(actor.ref, accounts) : actor,
    lines: [...(entry.lines ?? [])],
  };
}

function withAccount(ref: string, accounts: ReadonlyMap<string, string>): AuditEntry['actor'] {
  const accountId = accounts.get(ref);
  return { kind: 'person', ref, ...(accountId === undefined ? {} : { accountId }) };
}

function logLost({ action, target, projectId }: NewEntry, error: unknown): void {
  const { name, code } = error as { name?: unknown; code?: unknown };
  // eslint-disable-next-line no-console -- the platform's log
  console.error('Audit entry not stored', JSON.stringify({ action, target, projectId, name, code }));
}
