/** What stands in storage, as a value of a record's current version; and back. Pure. */
import { isObject } from '../json';
import { keepUnknown } from './keep-unknown';
import type { RecordProblem } from './problems';
import type { RecordDefinition } from './record';

/** Stands for text in storage that is no JSON. */
export const NOT_JSON = Symbol('not JSON');

export type Reading<T> =
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly value: T;
      /** What stands in storage, in the shape of the current version: the value and what is unknown of it. */
      readonly json: unknown;
      readonly version: Version;
    }
  | { readonly kind: 'absent'; readonly key: string }
  | { readonly kind: 'problem'; readonly key: string; readonly problem: RecordProblem };

/** A newer version of the app wrote it: nothing but that version changes or deletes it, unless a person says so. */
export function isNewer(reading: Reading<unknown>): boolean {
  return reading.kind === 'problem' && reading.problem.code === 'newer';
}

export interface Version {
  readonly version: number;
  /** The oldest version of the definition that may read it. */
  readonly readableFrom: number;
}

type Definition<T> = Pick<
  RecordDefinition<T, never>,
  'name' | 'version' | 'readableFrom' | 'schema' | 'migrations'
>;

/** Never throws: whatever stands there is a value, absent or a problem. */
export function decode<T>(definition: Definition<T>, key: string, stored: unknown): Reading<T> {
  if (stored === undefined) return { kind: 'absent', key };
  const unreadable = { code: 'unreadable', record: definition.name, key } as const;
  const version = versionOf(stored);
  if (version === undefined) return { kind: 'problem', key, problem: unreadable };
  const known = definition.version;
  const newer = { ...unreadable, code: 'newer', version: version.version, known } as const;
  if (version.readableFrom > known) return { kind: 'problem', key, problem: newer };
  try {
    const json = migrate(definition, version.version, withoutVersion(stored));
    const parsed = definition.schema.safeParse(json);
    if (parsed.success) return { kind: 'value', key, value: parsed.data, json, version };
  } catch {
    // A migration that meets what its version never was.
  }
  return { kind: 'problem', key, problem: version.version > known ? newer : unreadable };
}

/**
 * What to store for a value: what was unknown of the reading stays, and so does a version that is newer than
 * ours and lets us rewrite it. Version 1 has no version member, so that what wrote it first can read it.
 */
export function encode<T>(
  definition: Definition<T> & Pick<RecordDefinition<T, never>, 'itemKey'>,
  reading: Reading<T> | undefined,
  value: T,
): unknown {
  const known = reading?.kind === 'value' ? reading : undefined;
  const json = known ? keepUnknown(known.json, known.value, value, definition.itemKey) : value;
  const { version, readableFrom } = versionToWrite(definition, known?.version);
  if (version === 1) return json;
  return { ...(json as object), v: version, ...(readableFrom < version ? { readableFrom } : {}) };
}

export function versionToWrite({ version, readableFrom }: Version, stored: Version | undefined): Version {
  return stored !== undefined && stored.version > version ? stored : { version, readableFrom };
}

/** `v` of an object; all else is of version 1. Undefined where that is no version. */
export function versionOf(stored: unknown): Version | undefined {
  if (!isObject(stored) || !Object.hasOwn(stored, 'v')) return { version: 1, readableFrom: 1 };
  const { v, readableFrom = v } = stored;
  if (!isVersion(v) || !isVersion(readableFrom) || readableFrom > v) return undefined;
  return { version: v, readableFrom };
}

function migrate(
  { version, migrations }: Pick<RecordDefinition<never>, 'version' | 'migrations'>,
  from: number,
  stored: unknown,
): unknown {
  return migrations.slice(Math.min(from, version) - 1).reduce((json, step) => step(json), stored);
}

/** Both names are the version's own, also where a record of version 1 has one by accident. */
function withoutVersion(stored: unknown): unknown {
  if (!isObject(stored)) return stored;
  const { v, readableFrom, ...members } = stored;
  return members;
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
