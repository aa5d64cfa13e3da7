/** JSON of any length in a store whose values are limited: cut into numbered parts. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';

/** Up to 48,000 characters, never half of one: at most 4 bytes each in UTF-8, under Forge's 240 KiB. */
const PART = /.{1,48000}/gsu;

const LIFE = { ttl: { value: 30, unit: 'DAYS' } } as const;

/** Which text is stored, and in how many parts. */
const headSchema = z.object({ text: z.string(), parts: z.int().nonnegative() });

/**
 * Stores a value for 30 days. Each text has parts of its own, and which text holds is written last: a
 * half-written value is not seen, and the one before it stays readable.
 */
export async function saveLong(kvs: KeyValues, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  const parts = text.match(PART) ?? [];
  const name = hash(text);
  for (const [index, part] of parts.entries()) await kvs.set(partKey(key, name, index), part, LIFE);
  await kvs.set(key, { text: name, parts: parts.length }, LIFE);
}

/** Reads what `saveLong` stored; undefined where there is nothing. */
export async function loadLong(kvs: KeyValues, key: string): Promise<unknown> {
  const head = headSchema.optional().parse(await kvs.get(key));
  if (!head) return undefined;
  const keys = Array.from({ length: head.parts }, (_, index) => partKey(key, head.text, index));
  const parts = await Promise.all(keys.map((each) => kvs.get(each)));
  return JSON.parse(parts.join(''));
}

function partKey(key: string, text: string, index: number): string {
  return `${key}:${text}:${index}`;
}
