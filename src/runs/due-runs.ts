/** Runs that have not ended, and when each is to be heard of next: a queue that loses an event tells nobody. */
import { z } from 'zod';
import { hash } from '../hash';
import type { KeyValues } from '../key-values';
import { byPrefix, type QueriedStorage } from '../storage/by-prefix';
import { decode } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import type { Run } from './model';

const PREFIX = 'due-run:';

export const dueRunRecord = defineRecord({
  name: 'due-run',
  key: (runId: string) => `${PREFIX}${runId}`,
  version: 1,
  schema: z.object({
    runId: z.string(),
    /** Milliseconds since the epoch. */
    at: z.number(),
  }),
  migrations: [],
  // As long as the run.
  life: 30,
  unreadable: 'absent',
  means: {
    absent: 'The run has ended, or is of a version that did not write it.',
    unreadable: 'As absent: a run whose event is lost waits until a person ends it.',
  },
});

export const queueLaneRecord = defineRecord({
  name: 'queue-lane',
  key: (workloadArn: string) => `queue-lane:${hash(workloadArn)}`,
  version: 1,
  schema: z.int().nonnegative(),
  migrations: [],
  life: 30,
  unreadable: 'absent',
  means: {
    absent: 'No event of the workload was lost.',
    unreadable:
      'As absent: where the platform keeps a dead key, the next run is queued again after 20 minutes.',
  },
});

export interface DueRuns {
  set(run: Pick<Run, 'id'>, at: number): Promise<void>;
  remove(runId: string): Promise<void>;
  /** Ids of those that were to be heard of before; at most `most`, in no order. The query lags behind by moments. */
  before(time: number, most: number): Promise<readonly string[]>;

  /** The `lane` of a run that starts now. */
  lane(workloadArn: string): Promise<number>;
  /** Leaves a queue that may be dead. @param from the lane whose event was lost */
  leaveLane(workloadArn: string, from: number): Promise<number>;
}

export function createDueRuns(kvs: KeyValues & QueriedStorage, log?: RecordLog): DueRuns {
  const record = openRecord(dueRunRecord, kvs, log);
  const lanes = openRecord(queueLaneRecord, kvs, log);
  const lane = async (workloadArn: string) => (await lanes.read(workloadArn)) ?? 0;
  return {
    set: ({ id: runId }, at) =>
      record.replace({ kind: 'absent', key: dueRunRecord.key(runId) }, { runId, at }).then(() => undefined),
    remove: (runId) => kvs.delete(dueRunRecord.key(runId)),
    async before(time, most) {
      const found: string[] = [];
      for await (const { key, value } of byPrefix(kvs, PREFIX)) {
        const reading = decode(dueRunRecord, key, value);
        if (reading.kind === 'value' && reading.value.at < time) found.push(reading.value.runId);
        if (found.length === most) break;
      }
      return found;
    },
    lane,
    async leaveLane(workloadArn, from) {
      const next = Math.max(await lane(workloadArn), from + 1);
      await lanes.write(next, workloadArn);
      return next;
    },
  };
}
