/** What of automatic mode waits for a person: one notice for each linked workload, in Forge storage. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';

/**
 * - `refused`: the safety check refused the plan.
 * - `blocked`: the project or its workflow does not allow what is to be done.
 * - `aws-connector`: AWS's own Jira connector writes to the workload too.
 * - `failed`: the round failed, and trying again did not help.
 */
const schema = z.object({
  why: z.enum(['refused', 'blocked', 'aws-connector', 'failed']),
  /** The run that shows what it was about. */
  runId: z.string().exactOptional(),
  /** A sentence for people who manage the project. */
  message: z.string(),
  /** ISO 8601. */
  at: z.string(),
});

export type Attention = Readonly<z.infer<typeof schema>>;

export interface AttentionStore {
  get(workloadArn: string): Promise<Attention | undefined>;
  /** Takes the place of an earlier notice. */
  set(workloadArn: string, attention: Attention): Promise<void>;
  /** A round has worked. Writes nothing where there is no notice. */
  clear(workloadArn: string): Promise<void>;
}

export function createAttentionStore(kvs: KeyValues): AttentionStore {
  const keyOf = (workloadArn: string) => `attention:${hash(workloadArn)}`;
  const get = async (workloadArn: string) => schema.optional().parse(await kvs.get(keyOf(workloadArn)));
  return {
    get,
    set: (workloadArn, attention) => kvs.set(keyOf(workloadArn), attention),
    async clear(workloadArn) {
      if ((await kvs.get(keyOf(workloadArn))) !== undefined) await kvs.delete(keyOf(workloadArn));
    },
  };
}
