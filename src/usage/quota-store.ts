/** How often something was done within a window of time, for what costs more than its two keys: one value each. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

export const quotaRecord = defineRecord({
  name: 'quota',
  key: (name: string) => `quota:${name}`,
  version: 1,
  schema: z.object({
    /** When the window began, in milliseconds since the epoch. */
    since: z.number(),
    used: z.int().nonnegative(),
  }),
  migrations: [],
  life: 1,
  unreadable: 'absent',
  means: {
    absent: 'Nothing of the quota was used within the day.',
    unreadable: 'As absent: the count begins anew.',
  },
});

export type Used = z.infer<typeof quotaRecord.schema>;

export interface QuotaStore {
  load(name: string): Promise<Used | undefined>;
  /** One write. What another process counts at the same moment may be lost. */
  save(name: string, used: Used): Promise<void>;
}

export function createQuotaStore(kvs: Pick<KeyValues, 'get' | 'set'>, log?: RecordLog): QuotaStore {
  const record = openRecord(quotaRecord, kvs, log);
  return {
    load: (name) => record.read(name),
    save: async (name, used) => {
      await record.replace({ kind: 'absent', key: quotaRecord.key(name) }, used);
    },
  };
}
