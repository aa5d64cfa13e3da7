/** What is known of each workload in AWS, in Forge storage. A lost or outdated one costs a run and hides no change. */
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import type { Reading } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import type { RiskCounts } from '../wellarchitected/model';
import { afterWrite, explains, watermarkSchema, type Watermark } from './watermark';
import { countsText, type Summary } from './watch';

export interface WatermarkStore {
  /**
   * A run has dealt with all that the workload said: call it at the end, with the UpdatedAt (milliseconds since
   * the epoch) and, where known, the workload's risk counts that were read before anything else was.
   *
   * @param leftNotes as `leftNotes` answers it: notes were left unread, or something failed
   */
  sawAll(workloadArn: string, updatedAt: number, riskCounts?: RiskCounts, leftNotes?: boolean): Promise<void>;
  /**
   * We wrote. `before`: UpdatedAt, read just before the write; `at`: the Date of the write's answer. Both in
   * milliseconds since the epoch.
   */
  wrote(workloadArn: string, write: { readonly before: number; readonly at: number }): Promise<void>;
  /** Whether the last such run left notes unread of a lens that others had changed, or failed to do something. */
  leftNotes(workloadArn: string): Promise<boolean>;
  /** As `explains` of watermark.ts. */
  explains(summary: Summary, known: string | undefined): Promise<boolean>;
}

export const watermarkRecord = defineRecord({
  name: 'pulse',
  key: (workloadArn: string) => `pulse:${hash(workloadArn)}`,
  version: 1,
  schema: watermarkSchema,
  migrations: [],
  // The weekly read renews it.
  life: 30,
  unreadable: 'absent',
  means: {
    absent: 'Nothing explains a change in AWS.',
    unreadable: 'As absent: the next change in AWS costs a run.',
  },
});

/** Changes of one workload's watermark come one after the other (the queue's concurrency key). */
export function createWatermarkStore(kvs: KeyValues, log?: RecordLog): WatermarkStore {
  const record = openRecord(watermarkRecord, kvs, log);
  const known = (reading: Reading<Watermark>): Watermark => record.valueOf(reading) ?? {};

  return {
    async sawAll(workloadArn, updatedAt, riskCounts, leftNotes = false) {
      const reading = await record.inspect(workloadArn);
      const { write } = known(reading);
      const watermark: Watermark = {
        seen: updatedAt,
        ...(riskCounts ? { counts: countsText(riskCounts) } : {}),
        ...(write ? { write } : {}),
        ...(leftNotes ? { leftNotes } : {}),
      };
      await record.replace(reading, watermark);
    },
    async wrote(workloadArn, write) {
      const reading = await record.inspect(workloadArn);
      await record.replace(reading, afterWrite(known(reading), write));
    },
    leftNotes: async (workloadArn) => (await record.read(workloadArn))?.leftNotes === true,
    explains: async (summary, counts) => explains(known(await record.inspect(summary.arn)), summary, counts),
  };
}
