/** What the app was about to create when it was last seen: written before each create, cleared after. */
import { z } from 'zod';
import { hash } from '../hash';
import type { KeyValues } from '../key-values';
import type { Reading } from '../storage/decode';
import { fencedBy } from '../storage/fenced';
import type { Guard, GuardedStorage } from '../storage/guarded';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import { storedReason } from '../storage/stored-reason';
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
  /** Ids of the issues of those, in no order: Jira's answer to a create does not say which is which. */
  hiddenIds: z.array(z.string()).exactOptional(),
  /** How often creates of the run were lost: Jira said nothing of them, and nothing was made. */
  losses: z
    .object({
      /** Creates in a row that had an item; the one under way counts until it is answered. */
      items: z.array(z.object({ item: z.string(), times: z.int().positive() })),
      /** Creates in a row, whatever was in them. */
      inARow: z.int().nonnegative(),
      /** What came in place of the latest answer. */
      because: storedReason.exactOptional(),
      /** The latest run that gave some up, when, and how many runs in a row did. */
      gaveUp: z.object({ runId: z.string(), at: z.number(), runs: z.int().positive() }).exactOptional(),
    })
    .exactOptional(),
});

export type Intent = z.infer<typeof schema>;

export const intentRecord = defineRecord({
  name: 'intent',
  key: (workloadArn: string) => `intent:${hash(workloadArn)}`,
  version: 2,
  schema,
  migrations: [toLosses],
  unreadable: 'stop',
  means: {
    absent: 'Nothing is being created.',
    unreadable: 'The workload does not sync: as absent its issues could be made twice.',
  },
});

/** Version 1 counts none. */
function toLosses(stored: unknown): unknown {
  return stored;
}

export interface IntentStore {
  load(workloadArn: string): Promise<Intent | undefined>;
  /** @throws LeaseLost */
  save(workloadArn: string, intent: Intent): Promise<void>;
  /** @throws LeaseLost */
  clear(workloadArn: string): Promise<void>;
}

/**
 * The intents as one invocation may write them: while it has its lease, which is checked in the transaction that
 * writes. It remembers what it read and wrote, as nobody else writes meanwhile. Throws RecordError where what stands
 * there is no intent of this version.
 */
export function createIntentStore(
  kvs: Pick<KeyValues, 'get'>,
  guarded: Pick<GuardedStorage, 'write'>,
  lease: Guard,
  log?: RecordLog,
): IntentStore {
  const fenced = fencedBy(lease, kvs, guarded);
  const record = openRecord(intentRecord, fenced, log);
  const known = new Map<string, Reading<Intent>>();

  async function inspect(workloadArn: string): Promise<Reading<Intent>> {
    const reading = await record.inspect(workloadArn);
    known.set(workloadArn, reading);
    return reading;
  }

  /** Where it fails, what stands there is not known. */
  async function replace(workloadArn: string, act: () => Promise<Reading<Intent>>): Promise<void> {
    known.delete(workloadArn);
    known.set(workloadArn, await act());
  }

  return {
    load: async (workloadArn) => record.valueOf(await inspect(workloadArn)),
    async save(workloadArn, intent) {
      const reading = known.get(workloadArn) ?? (await inspect(workloadArn));
      await replace(workloadArn, () => record.replace(reading, intent));
    },
    async clear(workloadArn) {
      const key = intentRecord.key(workloadArn);
      await replace(workloadArn, async () => {
        await fenced.delete(key);
        return { kind: 'absent', key };
      });
    },
  };
}
