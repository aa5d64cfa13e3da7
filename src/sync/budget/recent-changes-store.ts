/** Recent changes of a workload in Forge storage. */
import { hash } from '../../hash';
import type { KeyValues } from '../../key-values';
import { openLongRecord } from '../../storage/open-long-record';
import { defineRecord } from '../../storage/record';
import type { RecordLog } from '../../storage/record-log';
import { withStates } from './change-shape';
import { KINDS } from './kinds';
import { NOTHING_RECENT, recentChangesSchema, type RecentChanges } from './recent-changes';

export const recentChangesRecord = defineRecord({
  name: 'recent-changes',
  key: (workloadArn: string) => `recent-changes:${hash(workloadArn)}`,
  version: 2,
  schema: recentChangesSchema,
  migrations: [withStates],
  storedIn: 'parts',
  dropsParts: true,
  // Parts live a day longer than their head, and Forge keeps nothing longer than a year.
  life: 360,
  unreadable: { as: { ...NOTHING_RECENT, stopped: KINDS.map((kind) => ({ kind, at: 0 })) } },
  means: {
    absent: 'No run changed anything of a kind that counts.',
    unreadable:
      'Every kind of change that counts waits until a person confirms it in a run, which replaces the record.',
  },
});

/**
 * Runs write under the lease of the workload (`fencedBy`): who has it is the only one that writes, and what it read
 * since it took it stands there until it writes.
 */
export interface RecentChangesStore {
  load(workloadArn: string): Promise<RecentChanges>;
  /** Leaves no part of what stood there before. */
  save(workloadArn: string, recent: RecentChanges): Promise<void>;
}

export function createRecentChangesStore(kvs: KeyValues, log?: RecordLog): RecentChangesStore {
  const record = openLongRecord(recentChangesRecord, kvs, log);
  return {
    load: async (workloadArn) => (await record.read(workloadArn)) ?? NOTHING_RECENT,
    save: (workloadArn, recent) => record.write(recent, workloadArn),
  };
}
