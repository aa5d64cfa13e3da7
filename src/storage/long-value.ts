/** JSON of any length in a store whose values are limited: cut into numbered parts. */
import { z } from 'zod';
import { hash } from '../hash';
import { mapInFlight, whenAll } from '../in-flight';
import { NOT_JSON } from './decode';
import type { RecordStorage, SetItem, SetOptions } from './open-record';
import { writeAll } from './together';

/** Up to 48,000 characters, never half of one: at most 4 bytes each in UTF-8, under Forge's 240 KiB. */
const PART = /.{1,48000}/gsu;

/** Parts written at a time. */
const IN_FLIGHT = 4;

const LIFE: SetOptions = { ttl: { value: 30, unit: 'DAYS' } };

/** How much of a text may stand in its head, in characters: as in a part. */
const MOST_IN_HEAD = 48_000;

/**
 * Which text is stored, and in how many parts, or `whole` where the head has it; from version 2 of a record on, its
 * version too.
 */
const headSchema = z.object({
  text: z.string(),
  parts: z.int().nonnegative().max(10_000),
  whole: z.string().optional(),
});

export interface SaveLongOptions {
  /** Stands beside the name of the text. */
  readonly head?: object;
  /** `forever`: until it is deleted. */
  readonly life?: SetOptions | 'forever';
  /** A text that is short enough stands in the head: one read instead of two. Earlier versions read no such head. */
  readonly inHead?: boolean;
  /** Rejects where something is stored already. */
  readonly isNew?: boolean;
  /** What stands there: a part of it that the new text does not have is deleted. Absent: parts stay until they expire. */
  readonly before?: unknown;
}

/**
 * Stores a value. Each text has parts of its own, and which text holds is written last, where the storage cannot write
 * all at once: a half-written value is not seen, and the one before it stays readable.
 */
export async function saveLong(
  kvs: RecordStorage,
  key: string,
  value: unknown,
  options: SaveLongOptions = {},
): Promise<void> {
  const { parts, head } = itemsOf(key, JSON.stringify(value), options);
  const kept = new Set(parts.map((part) => part.key));
  const gone = partKeysIn(key, options.before).filter((part) => !kept.has(part));
  if (kvs.setAll) {
    await writeAll(kvs.setAll.bind(kvs), [...parts, head], gone);
    return;
  }
  await mapInFlight(parts, IN_FLIGHT, (part) => kvs.set(part.key, part.value, part.options));
  await kvs.set(key, head.value, head.options);
  for (const part of gone) await kvs.delete?.(part);
}

/** What is stored under the key, in the order in which it may be written. */
function itemsOf(
  key: string,
  text: string,
  { head = {}, life = LIFE, inHead = false, isNew = false }: SaveLongOptions,
): { readonly parts: readonly SetItem[]; readonly head: SetItem } {
  const name = hash(text);
  const ttl = life === 'forever' ? {} : life;
  const policy: SetOptions = isNew ? { keyPolicy: 'FAIL_IF_EXISTS' } : {};
  const options = life === 'forever' && !isNew ? undefined : { ...ttl, ...policy };
  const isWhole = inHead && text.length <= MOST_IN_HEAD;
  const parts = isWhole ? [] : (text.match(PART) ?? []);
  const named = { text: name, parts: parts.length, ...(isWhole ? { whole: text } : {}) };
  return {
    parts: parts.map((part, index) => ({
      ...{ key: partKey(key, name, index), value: part, options: aDayMore(ttl) },
    })),
    head: { key, value: { ...named, ...head }, options },
  };
}

/** Keys of the parts that what is stored has; none where there is nothing, or where its head is damaged. */
function partKeysIn(key: string, stored: unknown): readonly string[] {
  const head = headSchema.safeParse(stored).data;
  return head === undefined ? [] : partKeys(key, head);
}

/** Parts are written before their head, and must not be gone before it: a value that expired is absent, not damaged. */
function aDayMore({ ttl }: SetOptions): SetOptions {
  return ttl === undefined ? {} : { ttl: { value: ttl.value + 1, unit: ttl.unit } };
}

/** Reads what `saveLong` stored; undefined where there is nothing, `NOT_JSON` where parts or head are damaged. */
export async function loadLong(kvs: Pick<RecordStorage, 'get'>, key: string): Promise<unknown> {
  const stored = await kvs.get(key);
  if (stored === undefined) return undefined;
  const head = headSchema.safeParse(stored).data;
  if (head === undefined) return NOT_JSON;
  if (head.whole !== undefined) return parseWhole(head.whole, head.text);
  const parts = await whenAll(partKeys(key, head).map((each) => kvs.get(each)));
  return parseWhole(parts.join(''), head.text);
}

/** A text that is not the one that was stored is not read, also where it happens to be JSON. */
function parseWhole(text: string, name: string): unknown {
  if (hash(text) !== name) return NOT_JSON;
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function partKeys(
  key: string,
  { text, parts }: Pick<z.infer<typeof headSchema>, 'text' | 'parts'>,
): readonly string[] {
  return Array.from({ length: parts }, (_, index) => partKey(key, text, index));
}

function partKey(key: string, text: string, index: number): string {
  return `${key}:${text}:${index}`;
}
