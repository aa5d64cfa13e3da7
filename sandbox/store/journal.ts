/**
 * The file behind a store: one line of JSON for each commit, `[[table, key, value] | [table, key], …]`;
 * an entry without a value is a deletion. A line without its line feed was never committed.
 */
import fs from 'node:fs';
import path from 'node:path';

export interface Mutation {
  readonly table: string;
  readonly key: string;
  /** The value as JSON text; `undefined` deletes the row. */
  readonly json: string | undefined;
}

export interface Journal {
  /** Adds one commit in one write; the operating system has it when this returns. */
  append(mutations: readonly Mutation[]): void;
  close(): void;
}

/** The folder cannot be used; the message says which and what to do. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

type Rows = Map<string, Map<string, unknown>>;

const FILE = 'journal.jsonl';

/**
 * Replays the folder's journal into `tables`, rewrites it as short as it can be, and opens it for commits.
 *
 * @throws JournalError where no folder can be made, and for a damaged line
 */
export function openJournal(directory: string, tables: Rows): Journal {
  makeFolder(directory);
  const file = path.join(directory, FILE);
  replay(file, tables);
  compact(file, tables);
  const descriptor = fs.openSync(file, 'a');
  return {
    append: (mutations) => fs.appendFileSync(descriptor, line(mutations)),
    close: () => fs.closeSync(descriptor),
  };
}

function makeFolder(directory: string): void {
  try {
    makeWithParents(directory);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'there is a file in its place' : String(code);
    throw new JournalError(`${directory} cannot be the folder of the state: ${why}; name another one`, {
      cause,
    });
  }
}

/** Node's own `recursive` never ends where a folder is there and takes none below it, as /proc does. */
function makeWithParents(directory: string): void {
  if (fs.statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(directory);
  if (parent !== directory) makeWithParents(parent);
  fs.mkdirSync(directory);
}

function replay(file: string, tables: Rows): void {
  if (!fs.existsSync(file)) return;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const complete = lines.slice(0, -1);
  for (const [index, text] of complete.entries()) {
    for (const entry of parse(text, file, index + 1)) applyEntry(entry, tables);
  }
}

function parse(text: string, file: string, lineNumber: number): Entry[] {
  try {
    return JSON.parse(text) as Entry[];
  } catch (cause) {
    throw new JournalError(`${file}:${lineNumber} is damaged; move the folder away to start afresh`, {
      cause,
    });
  }
}

type Entry = readonly [table: string, key: string, value?: unknown];

function applyEntry(entry: Entry, tables: Rows): void {
  const [table, key, value] = entry;
  const rows = tables.get(table) ?? new Map<string, unknown>();
  tables.set(table, rows);
  if (entry.length === 2) rows.delete(key);
  else rows.set(key, value);
}

/** Writes beside the journal and renames, so that a kill leaves either the old file or the new one. */
function compact(file: string, tables: Rows): void {
  const fresh = `${file}.new`;
  const lines = [...tables].flatMap(([table, rows]) =>
    [...rows].map(([key, value]) => line([{ table, key, json: JSON.stringify(value) }])),
  );
  fs.writeFileSync(fresh, lines.join(''));
  fs.renameSync(fresh, file);
}

function line(mutations: readonly Mutation[]): string {
  const entries = mutations.map(({ table, key, json }) => {
    const address = `${JSON.stringify(table)},${JSON.stringify(key)}`;
    return json === undefined ? `[${address}]` : `[${address},${json}]`;
  });
  return `[${entries.join(',')}]\n`;
}
