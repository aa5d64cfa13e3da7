/** What the app makes of damaged records: each definition, opened over storage in memory. */
import { isObject } from '../../../src/json';
import { openLongRecord } from '../../../src/storage/open-long-record';
import { openRecord } from '../../../src/storage/open-record';
import { loadLong, saveLong } from '../../../src/storage/long-value';
import { RecordError, type RecordProblem } from '../../../src/storage/problems';
import { MemoryKeyValues } from '../../builders/key-values';
import { fixturesOf, readAll } from './fixtures';
import { at, type KnownRecord } from './records';

export type Outcome = 'value' | 'absent' | 'fallback' | 'UnreadableRecord' | 'NewerRecord';

export interface Damaged {
  readonly read: Outcome;
  readonly value: unknown;
  /** Whether writing a good value then put it there. */
  readonly write: 'written' | 'left' | 'NewerRecord';
  /** What stands in storage after the write. */
  readonly after: unknown;
  readonly logged: readonly RecordProblem[];
}

const KEY = 'a-key';

/** A good record of the current version, as JSON. The largest that there is a fixture of. */
export async function goodOf(record: KnownRecord): Promise<unknown> {
  const current = fixturesOf(record).filter(({ version }) => version === record.definition.version);
  const readings = (await Promise.all(current.map(({ stored }) => readAll(record, stored)))).flat();
  const values = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.json] : []));
  return values.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
}

/** @param stored JSON; undefined: nothing stands there. */
export async function withStored(record: KnownRecord, stored: unknown): Promise<Damaged> {
  const kvs = new MemoryKeyValues();
  const logged: RecordProblem[] = [];
  const isLong = record.definition.storedIn === 'parts';
  if (stored !== undefined) await (isLong ? putLong(kvs, stored) : kvs.set(KEY, stored));
  const before = kvs.values.get(KEY);
  const definition = at(record, KEY);
  const open = isLong
    ? openLongRecord(definition, kvs, (problem) => logged.push(problem))
    : openRecord(definition, kvs, (problem) => logged.push(problem));
  const [read, value] = await outcomeOf(() => open.read());
  const { data } = definition.schema.safeParse(await goodOf(record));
  const [write] = await outcomeOf(() => open.write(data));
  const text = kvs.values.get(KEY);
  return {
    read: read === 'value' && logged.length > 0 ? 'fallback' : read,
    value,
    write: write === 'NewerRecord' ? write : text === before && logged.length > 0 ? 'left' : 'written',
    after: await (isLong ? loadLong(kvs, KEY) : kvs.get(KEY)),
    logged,
  };
}

/** As the app would write a version of a record in parts: the version is in the head too. */
async function putLong(kvs: MemoryKeyValues, stored: unknown): Promise<void> {
  const { v, readableFrom } = isObject(stored) ? stored : {};
  await saveLong(kvs, KEY, stored, { head: v === undefined ? {} : { v, readableFrom } });
}

async function outcomeOf(act: () => Promise<unknown>): Promise<[Outcome, unknown]> {
  try {
    const value = await act();
    return [value === undefined ? 'absent' : 'value', value];
  } catch (error) {
    if (error instanceof RecordError) return [error.name as Outcome, undefined];
    throw error;
  }
}
