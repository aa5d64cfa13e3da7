/** Pulses of workloads in Forge storage. A lost or outdated one costs a round and hides no change. */
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
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

/** The daily read renews it. */
const LIFE = { ttl: { value: 30, unit: 'DAYS' } } as const;

/** Changes of one workload's pulse come one after the other (the queue's concurrency key). */
export function createPulseStore(kvs: KeyValues): PulseStore {
  const keyOf = (workloadArn: string) => `pulse:${hash(workloadArn)}`;

  async function load(workloadArn: string): Promise<Pulse> {
    return pulseSchema.safeParse(await kvs.get(keyOf(workloadArn))).data ?? {};
  }

  return {
    async sawAll(workloadArn, updatedAt, riskCounts) {
      const { write } = await load(workloadArn);
      const pulse: Pulse = {
        seen: updatedAt,
        ...(riskCounts ? { counts: countsText(riskCounts) } : {}),
        ...(write ? { write } : {}),
      };
      await kvs.set(keyOf(workloadArn), pulse, LIFE);
    },
    async wrote(workloadArn, write) {
      await kvs.set(keyOf(workloadArn), afterWrite(await load(workloadArn), write), LIFE);
    },
    explains: async (summary, known) => explains(await load(summary.arn), summary, known),
  };
}
