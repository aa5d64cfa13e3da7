/** Whether a new UpdatedAt of a workload or of a lens's review is what the app itself wrote. Pure. */
import { z } from 'zod';

/** The app's own writes without a gap: UpdatedAt before the first, and the time of the last by AWS's clock. */
export const ownWritesSchema = z.object({ before: z.number(), at: z.number() });

export type OwnWrites = Readonly<z.infer<typeof ownWritesSchema>>;

/**
 * How far UpdatedAt may be from the time of the write that moved it: the answer's Date has whole seconds, and
 * names the end of the call. That UpdatedAt is the time of the write by AWS's clock is unverified (A2).
 */
const TOLERANCE_MS = 2000;

/**
 * Whether nothing but our own writes moved UpdatedAt on from where it was seen. Wrong only in the harmless direction,
 * but for one case: what a person changes within 2 seconds of our write, or between our reading `before` and the
 * write, is taken for ours.
 *
 * @param seen UpdatedAt when everything it tells of was read
 */
export function isOwn(updatedAt: number, seen: number, write: OwnWrites | undefined): boolean {
  return updatedAt === seen || (write?.before === seen && isOf(write, updatedAt));
}

/** Writes are one chain where the one before left the UpdatedAt that the next one found. */
export function afterOwnWrite(
  seen: number | undefined,
  write: OwnWrites | undefined,
  { before, at }: OwnWrites,
): OwnWrites {
  const chained = write !== undefined && before !== seen && isOf(write, before);
  return { before: chained ? write.before : before, at };
}

function isOf({ at }: OwnWrites, updatedAt: number): boolean {
  return Math.abs(updatedAt - at) <= TOLERANCE_MS;
}
