/** `test/fixtures/records`: what each version of each record looks like in storage, and its schema. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { decode, type Reading } from '../../../src/storage/decode';
import { loadLong } from '../../../src/storage/long-value';
import { MemoryKeyValues } from '../../builders/key-values';
import { contents, memoryStorage } from './memory-storage';
import type { KnownRecord } from './records';
import type { Sample } from './samples/sample';
import { schemaChange, type SchemaChange } from './schema-change';

const FOLDER = path.join(__dirname, '..', '..', 'fixtures', 'records');

export type Stored = Readonly<Record<string, unknown>>;

export interface Fixture {
  readonly file: string;
  readonly version: number;
  readonly shape: string;
  /** By storage key: those of the record alone. */
  readonly stored: Stored;
}

export function pathOf(record: KnownRecord, file: string): string {
  return path.join(FOLDER, record.definition.name, file);
}

export function fixturesOf(record: KnownRecord): readonly Fixture[] {
  const folder = path.join(FOLDER, record.definition.name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const [, version, shape] = /^v(\d+)-([\w-]+)\.json$/.exec(file) ?? [];
    if (version === undefined || shape === undefined) return [];
    return [
      { file, version: Number(version), shape, stored: own(record, readJson(path.join(folder, file))) },
    ];
  });
}

/** What the record's store writes now. */
export async function written(record: KnownRecord, sample: Sample): Promise<Stored> {
  const storage = memoryStorage();
  await sample.write(storage);
  return own(record, contents(storage));
}

/**
 * Of what may be in storage.
 *
 * @throws TypeError where code decides what is read, which no JSON schema shows; or where a member has a name of the
 * version's own, so that it would not be read
 */
export function jsonSchemaOf(schema: z.ZodType): object {
  const json = z.toJSONSchema(schema, { io: 'input', override: ({ zodSchema }) => refuseCode(zodSchema) });
  const taken = ['v', 'readableFrom'].find((name) => Object.hasOwn(json.properties ?? {}, name));
  if (taken !== undefined)
    throw new TypeError(`A stored record's JSON schema has the version's member ${taken}.`);
  return JSON.parse(JSON.stringify(json)) as object;
}

const CODE = ['custom', 'overwrite', 'pipe', 'transform', 'catch'];

function refuseCode({ _zod: { def } }: z.core.$ZodTypes): void {
  const checks = (def.checks ?? []).map((check) => check._zod.def.check);
  const found = [def.type, ...checks].find((each) => CODE.includes(each)) ?? ('coerce' in def && def.coerce);
  if (found) throw new TypeError(`A stored record's schema has code (${found}) that its JSON schema hides.`);
}

/** What the current schema asks for beside the one that is kept for the record's version; `new`: there is none. */
export function changeSinceKept(record: KnownRecord): SchemaChange | 'new' {
  const file = pathOf(record, schemaFile(record));
  if (!existsSync(file)) return 'new';
  const change = schemaChange(readJson(file), jsonSchemaOf(record.definition.schema));
  return change === 'added' && isWrittenUnread(record) ? 'needs-version' : change;
}

/** Values in parts, and entries of the index: a version that does not know a member drops it. */
function isWrittenUnread({ definition: { name, storedIn } }: KnownRecord): boolean {
  return storedIn === 'parts' || name === 'issue-index';
}

export function schemaFile({ definition }: KnownRecord): string {
  return `v${definition.version}.schema.json`;
}

export function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

/** Each value of a fixture as the current code reads it. Parts are read through their head. */
export async function readAll({ definition }: KnownRecord, stored: Stored): Promise<Reading<unknown>[]> {
  const kvs = new MemoryKeyValues(
    new Map(Object.entries(stored).map(([key, value]) => [key, JSON.stringify(value)])),
  );
  const isPart = (value: unknown) => definition.storedIn === 'parts' && typeof value === 'string';
  const keys = Object.entries(stored).flatMap(([key, value]) => (isPart(value) ? [] : [key]));
  const load = (key: string) => (definition.storedIn === 'parts' ? loadLong(kvs, key) : kvs.get(key));
  return Promise.all(keys.map(async (key) => decode(definition, key, await load(key))));
}

function own({ keys }: KnownRecord, stored: Stored): Stored {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => keys.test(key)));
}
