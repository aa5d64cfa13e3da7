/** Where a check of the chains goes on: text for whoever walks, which says nothing of what it holds. */
import { z } from 'zod';

/** Longer than any name of a chain, any position and any hash. */
const name = z.string().min(1).max(200);

const schema = z.strictObject({
  chain: name,
  /** Of a chain that was looked at in part: what its next older entry has to fit. Absent: the whole chain was. */
  within: z
    .strictObject({ position: name, number: z.int().nonnegative(), hash: z.string().max(200) })
    .exactOptional(),
});

export type CheckCursor = Readonly<z.infer<typeof schema>>;

export function writeCursor(cursor: CheckCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * What was sent, if it has the form of a cursor. It may be made up: it chooses among the chains of whoever asks, and
 * what it says of an entry deceives nobody else.
 */
export function readCursor(text: string): CheckCursor | undefined {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
