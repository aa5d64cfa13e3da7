/** What the app was about to create when it was last seen: written before each create, cleared after. */
import { z } from 'zod';
import { hash } from '../hash';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

const schema = z.object({
  runId: z.string(),
  /** When Jira was asked, in milliseconds since the epoch. */
  at: z.number(),
  projectId: z.string(),
  /** A lower bound: what this create makes has a higher issue number. */
  afterNumber: z.number(),
  /** Identity keys of what was asked for, and of what is uncertain from before. */
  items: z.array(z.string()),
  /** Items that Jira says it made and the app cannot read: they exist, whatever a search says. */
  hidden: z.array(z.string()).exactOptional(),
});

export type Intent = z.infer<typeof schema>;

export const intentRecord = defineRecord({
  name: 'intent',
  key: (workloadArn: string) => `intent:${hash(workloadArn)}`,
  version: 1,
  schema,
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'Nothing is being created.',
    unreadable: 'The workload does not sync: as absent its issues could be made twice.',
  },
});

export interface IntentStore {
  load(workloadArn: string): Promise<Intent | undefined>;
  save(workloadArn: string, intent: Intent): Promise<void>;
  clear(workloadArn: string): Promise<void>;
}

/** Throws RecordError where what stands there is no intent of this version. */
export function createIntentStore(kvs: KeyValues, log?: RecordLog): IntentStore {
  const record = openRecord(intentRecord, kvs, log);
  return {
    load: (workloadArn) => record.read(workloadArn),
    save: (workloadArn, intent) => record.write(intent, workloadArn),
    clear: (workloadArn) => kvs.delete(intentRecord.key(workloadArn)),
  };
}
