/** Journalled tables: the state of the local site, in memory or in a folder that survives a kill. */
import { type Journal, type Mutation, openJournal } from './journal';

export interface Table<T> {
  get(key: string): T | undefined;
  /** Stores a JSON value and journals it as it is now: to change a value, set it again. */
  set(key: string, value: T): void;
  /** Answers whether there was one. */
  delete(key: string): boolean;
  has(key: string): boolean;
  /** In order of first insertion; deleting and setting again moves a key to the end. */
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  readonly size: number;
}

export interface Store {
  /** The table of that name; the same rows for every caller that asks for the name. */
  table<T>(name: string): Table<T>;
  /** Makes every change since the last commit durable, all or nothing. Call it before answering. */
  commit(): void;
  /** Commits and lets go of the folder. */
  close(): void;
}

/**
 * Opens the state kept in a folder (created if absent), as of its last complete commit. Without a folder
 * everything is in memory. One process at a time: a folder has no lock.
 *
 * @throws Error if the journal is damaged anywhere but in its last line.
 */
export function openStore(directory?: string): Store {
  const tables = new Map<string, Map<string, unknown>>();
  const journal = directory === undefined ? undefined : openJournal(directory, tables);
  const pending: Mutation[] = [];
  const record = (table: string, key: string, value?: unknown): void => {
    if (journal !== undefined) pending.push({ table, key, json: JSON.stringify(value) });
  };
  const commit = (): void => flush(journal, pending);
  return {
    table: <T>(name: string) => tableOver(rowsOf(tables, name) as Map<string, T>, name, record),
    commit,
    close() {
      commit();
      journal?.close();
    },
  };
}

type Recorder = (table: string, key: string, value?: unknown) => void;

function rowsOf(tables: Map<string, Map<string, unknown>>, name: string): Map<string, unknown> {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const rows = new Map<string, unknown>();
  tables.set(name, rows);
  return rows;
}

function tableOver<T>(rows: Map<string, T>, name: string, record: Recorder): Table<T> {
  return {
    get: (key) => rows.get(key),
    set(key, value) {
      rows.set(key, value);
      record(name, key, value);
    },
    delete(key) {
      const existed = rows.delete(key);
      if (existed) record(name, key);
      return existed;
    },
    has: (key) => rows.has(key),
    values: () => rows.values(),
    entries: () => rows.entries(),
    get size() {
      return rows.size;
    },
  };
}

function flush(journal: Journal | undefined, pending: Mutation[]): void {
  if (journal === undefined || pending.length === 0) return;
  journal.append(pending);
  pending.length = 0;
}
