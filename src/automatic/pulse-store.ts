/** Pulses of workloads in Forge storage. A lost or outdated one costs a round and hides no change. */
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import type { Reading } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import type { RiskCounts } from '../wellarchitected/model';
import { afterWrite, explains, pulseSchema, type Pulse } from './pulse';
import { countsText, type Summary } from './watch';

export interface PulseStore {
  /**
   * A run has dealt with all that the workload said: call it at the end, with the UpdatedAt (milliseconds since
   * the epoch) and, where known, the workload's risk counts that were read before anything else was.
   */
  sawAll(workloadArn: string, updatedAt: number, riskCounts?: RiskCounts): Promise<void>;
  /**
   * We wrote. `before`: UpdatedAt, read just before the write; `at`: the Date of the write's answer. Both in
   * milliseconds since the epoch.
   */
  wrote(workloadArn: string, write: { readonly before: number; readonly at: number }): Promise<void>;
  /** As `explains` of pulse.ts. */
  explains(summary: Summary, known: string | undefined): Promise<boolean>;
}

export const pulseRecord = defineRecord({
  name: 'pulse',
  key: (workloadArn: string) => `pulse:${hash(workloadArn)}`,
  version: 1,
  schema: pulseSchema,
  migrations: [],
  // The daily read renews it.
  life: 30,
  unreadable: 'absent',
  means: {
    absent: 'Nothing explains a change in AWS.',
    unreadable: 'As absent: the next change in AWS costs a run.',
  },
});

/** Changes of one workload's pulse come one after the other (the queue's concurrency key). */
export function createPulseStore(kvs: KeyValues, log?: RecordLog): PulseStore {
  const record = openRecord(pulseRecord, kvs, log);
  const known = (reading: Reading<Pulse>): Pulse => record.valueOf(reading) ?? {};

  return {
    async sawAll(workloadArn, updatedAt, riskCounts) {
      const reading = await record.inspect(workloadArn);
      const { write } = known(reading);
      const pulse: Pulse = {
        seen: updatedAt,
        ...(riskCounts ? { counts: countsText(riskCounts) } : {}),
        ...(write ? { write } : {}),
      };
      await record.replace(reading, pulse);
    },
    async wrote(workloadArn, write) {
      const reading = await record.inspect(workloadArn);
      await record.replace(reading, afterWrite(known(reading), write));
    },
    explains: async (summary, counts) => explains(known(await record.inspect(summary.arn)), summary, counts),
  };
}
