/** Whether a workload's new UpdatedAt tells anything new, or is what a run saw or what we wrote. Pure. */
import { z } from 'zod';
import { afterOwnWrite, isOwn, ownWritesSchema, type OwnWrites } from '../wellarchitected/own-writes';
import { countsText, type Summary } from './watch';

export const watermarkSchema = z.object({
  /** UpdatedAt as a run had it that dealt with all that the workload said then. */
  seen: z.number().exactOptional(),
  /** `countsText` of the risk counts then. */
  counts: z.string().exactOptional(),
  write: ownWritesSchema.exactOptional(),
  /** Notes of questions that nothing named were left unread although their lens had changed, or something failed. */
  leftNotes: z.boolean().exactOptional(),
});

export type Watermark = Readonly<z.infer<typeof watermarkSchema>>;

/**
 * Whether nothing but our own work moved UpdatedAt to where it is, as `isOwn` has it; the weekly read finds what that
 * hides, and an unexplained change costs a run. Other risk counts are never explained by a write, since notes change
 * none.
 *
 * @param known `countsText` of what the poll saw last, for watermarks without counts
 */
export function explains(watermark: Watermark, summary: Summary, known: string | undefined): boolean {
  const { seen, counts = known, write } = watermark;
  if (seen === undefined || counts !== countsText(summary.riskCounts)) return false;
  return isOwn(summary.updatedAt, seen, write);
}

/** The watermark after a write of ours. */
export function afterWrite(watermark: Watermark, write: OwnWrites): Watermark {
  return { ...watermark, write: afterOwnWrite(watermark.seen, watermark.write, write) };
}
