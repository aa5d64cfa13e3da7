/** How far the hourly reconcile has come: what moved before `from` it has dealt with. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

/** Times are in milliseconds since the epoch. */
const schema = z.object({
  from: z.number(),
  /** A pass that has not come to its end. */
  pass: z
    .object({
      beganAt: z.number(),
      /** ARN of the workload that it dealt with last, in the order of ARNs; empty for none. */
      last: z.string(),
    })
    .exactOptional(),
});

export type ReconcileProgress = Readonly<z.infer<typeof schema>>;

export const reconcileProgressRecord = defineRecord({
  name: 'reconcile-progress',
  key: () => 'reconcile-progress',
  version: 1,
  schema,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'No pass has come to its end: the next one begins some hours back.',
    unreadable: 'As absent: what moved earlier is found by the weekly run of each workload.',
  },
});

export interface ReconcileProgressStore {
  load(): Promise<ReconcileProgress | undefined>;
  save(progress: ReconcileProgress): Promise<void>;
}

export function createReconcileProgress(kvs: KeyValues, log?: RecordLog): ReconcileProgressStore {
  const record = openRecord(reconcileProgressRecord, kvs, log);
  return { load: () => record.read(), save: (progress) => record.write(progress) };
}
