/** What of automatic mode waits for a person: one notice for each linked workload, in Forge storage. */
import { z } from 'zod';
import { fromLines, storedReason } from '../storage/stored-reason';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { isNewer } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

/**
 * - `refused`: the safety check refused the plan.
 * - `blocked`: the project or its workflow does not allow what is to be done.
 * - `aws-connector`: AWS's own Jira connector writes to the workload too.
 * - `undecided`: a run worked, and left what only a person decides.
 * - `failed`: the run failed, and trying again did not help.
 */
const schema = z.object({
  why: z.enum(['refused', 'blocked', 'aws-connector', 'undecided', 'failed']),
  /** The run that shows what it was about. */
  runId: z.string().exactOptional(),
  /** The one question that it is about: the notice goes once a run of it has worked. */
  question: z.object({ lens: z.string().exactOptional(), question: z.string() }).exactOptional(),
  /** For people who manage the project. */
  reasons: z.array(storedReason),
  /** ISO 8601. */
  at: z.string(),
});

export type Attention = Readonly<z.infer<typeof schema>>;

export const attentionRecord = defineRecord({
  name: 'attention',
  key: (workloadArn: string) => `attention:${hash(workloadArn)}`,
  version: 3,
  schema,
  // Version 3 knows one more `why`.
  migrations: [toReasons, (notice) => notice],
  unreadable: 'absent',
  means: {
    absent: 'Nothing waits for a person.',
    unreadable: 'As absent: the next automatic run that cannot go on says so again.',
  },
});

export interface AttentionStore {
  get(workloadArn: string): Promise<Attention | undefined>;
  /** Takes the place of an earlier notice. */
  set(workloadArn: string, attention: Attention): Promise<void>;
  /** A run has worked. Writes nothing where there is no notice. */
  clear(workloadArn: string): Promise<void>;
}

export function createAttentionStore(kvs: KeyValues, log?: RecordLog): AttentionStore {
  const record = openRecord(attentionRecord, kvs, log);
  return {
    get: (workloadArn) => record.read(workloadArn),
    set: (workloadArn, attention) => record.write(attention, workloadArn),
    async clear(workloadArn) {
      const reading = await record.inspect(workloadArn);
      if (reading.kind !== 'absent' && !isNewer(reading)) await kvs.delete(reading.key);
    },
  };
}

/** Version 2 has reasons for words. */
function toReasons(stored: unknown): unknown {
  const { message, ...attention } = stored as Record<string, unknown>;
  return { ...attention, reasons: fromLines(message) };
}
