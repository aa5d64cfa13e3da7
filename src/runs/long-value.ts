/** JSON of any length in a store whose values are limited: cut into numbered parts. */
import type { KeyValues } from '../key-values';

/** UTF-16 units a part: at most 3 bytes each in UTF-8 and a little for escapes, under Forge's 240 KiB. */
const PART_LENGTH = 48_000;

const LIFE = { ttl: { value: 30, unit: 'DAYS' } } as const;

/** Stores a value for 30 days. How many parts there are is written last: a half-written value is not seen. */
export async function saveLong(kvs: KeyValues, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  const parts = Array.from({ length: Math.ceil(text.length / PART_LENGTH) }, (_, index) =>
    text.slice(index * PART_LENGTH, (index + 1) * PART_LENGTH),
  );
  for (const [index, part] of parts.entries()) await kvs.set(`${key}:${index}`, part, LIFE);
  await kvs.set(key, parts.length, LIFE);
}

/** Reads what `saveLong` stored; undefined where there is nothing. */
export async function loadLong(kvs: KeyValues, key: string): Promise<unknown> {
  const count = await kvs.get(key);
  if (typeof count !== 'number') return undefined;
  const parts = await Promise.all(Array.from({ length: count }, (_, index) => kvs.get(`${key}:${index}`)));
  return JSON.parse(parts.join(''));
}
