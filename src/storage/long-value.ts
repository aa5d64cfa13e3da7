/** JSON of any length in a store whose values are limited: cut into numbered parts. */
import { z } from 'zod';
import { hash } from '../hash';
import { mapInFlight, whenAll } from '../in-flight';
import { NOT_JSON } from './decode';
import type { RecordStorage, SetOptions } from './open-record';

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
}

/**
 * Stores a value. Each text has parts of its own, and which text holds is written last: a half-written value is
 * not seen, and the one before it stays readable.
 */
export async function saveLong(
  kvs: RecordStorage,
  key: string,
  value: unknown,
  { head = {}, life = LIFE, inHead = false, isNew = false }: SaveLongOptions = {},
): Promise<void> {
  const text = JSON.stringify(value);
  const name = hash(text);
  const ttl = life === 'forever' ? {} : life;
  const policy: SetOptions = isNew ? { keyPolicy: 'FAIL_IF_EXISTS' } : {};
  const options = life === 'forever' && !isNew ? undefined : { ...ttl, ...policy };
  if (inHead && text.length <= MOST_IN_HEAD) {
    await kvs.set(key, { text: name, parts: 0, whole: text, ...head }, options);
    return;
  }
  const parts = text.match(PART) ?? [];
  await mapInFlight([...parts.entries()], IN_FLIGHT, ([index, part]) =>
    kvs.set(partKey(key, name, index), part, aDayMore(ttl)),
  );
  await kvs.set(key, { text: name, parts: parts.length, ...head }, options);
}

/** Keys of the parts of what is stored; none where there is nothing, or where its head is damaged. */
export async function partKeysOf(kvs: Pick<RecordStorage, 'get'>, key: string): Promise<readonly string[]> {
  const head = headSchema.safeParse(await kvs.get(key)).data;
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
