/** Whether a workload's new UpdatedAt tells anything new, or is what a run saw or what we wrote. Pure. */
import { z } from 'zod';
import { countsText, type Summary } from './watch';

export const watermarkSchema = z.object({
  /** UpdatedAt as a run had it that dealt with all that the workload said then. */
  seen: z.number().exactOptional(),
  /** `countsText` of the risk counts then. */
  counts: z.string().exactOptional(),
  /** Our own writes without a gap: UpdatedAt before the first, and the time of the last by AWS's clock. */
  write: z.object({ before: z.number(), at: z.number() }).exactOptional(),
});

export type Watermark = Readonly<z.infer<typeof watermarkSchema>>;

/**
 * How far UpdatedAt may be from the time of the write that moved it: the answer's Date has whole seconds, and
 * names the end of the call. That UpdatedAt is the time of the write by AWS's clock is unverified.
 */
const TOLERANCE_MS = 2000;

/**
 * Whether nothing but our own work moved UpdatedAt to where it is. Wrong only in the harmless direction (an
 * unexplained change costs a run), but for one case: what a person changes within 2 seconds of our write, or
 * between our reading `before` and the write, is taken for ours; the daily read finds it. Other risk counts are
 * never explained by a write, since notes change none.
 *
 * @param known `countsText` of what the poll saw last, for watermarks without counts
 */
export function explains(watermark: Watermark, summary: Summary, known: string | undefined): boolean {
  const { seen, counts = known, write } = watermark;
  if (seen === undefined || counts !== countsText(summary.riskCounts)) return false;
  return summary.updatedAt === seen || (write?.before === seen && isOf(write, summary.updatedAt));
}

/**
 * The watermark after a write of ours. Writes are one chain where the one before left the UpdatedAt that the next
 * one found.
 */
export function afterWrite(watermark: Watermark, { before, at }: { before: number; at: number }): Watermark {
  const { write, seen } = watermark;
  const chained = write !== undefined && before !== seen && isOf(write, before);
  return { ...watermark, write: { before: chained ? write.before : before, at } };
}

function isOf(write: { readonly at: number }, updatedAt: number): boolean {
  return Math.abs(updatedAt - write.at) <= TOLERANCE_MS;
}
