/** How the latest sync of each workload ended, and which run and which round of automatic mode were started last. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';

const latestSchema = z.object({
  runId: z.string(),
  /** ISO 8601. */
  at: z.string(),
  kind: z.enum(['previewed', 'applied', 'changed-since', 'refused', 'blocked', 'failed']),
});

export type LatestRun = Readonly<z.infer<typeof latestSchema>>;

/** A round at once, or one that waits until the whole workload is still. */
export type RoundKind = 'round' | 'still-round';

export interface LatestRuns {
  /** Of the syncs that have ended. */
  ended(workloadArn: string): Promise<LatestRun | undefined>;
  saveEnded(workloadArn: string, latest: LatestRun): Promise<void>;

  /** Id of the run that was started last, by whomever. */
  started(workloadArn: string): Promise<string | undefined>;
  saveStarted(workloadArn: string, runId: string): Promise<void>;

  /** Id of the run of this kind that automatic mode started last. */
  round(workloadArn: string, kind: RoundKind): Promise<string | undefined>;
  saveRound(workloadArn: string, kind: RoundKind, runId: string): Promise<void>;
}

export function createLatestRuns(kvs: KeyValues): LatestRuns {
  const key = (kind: 'latest' | 'started' | RoundKind, workloadArn: string) => `${kind}:${hash(workloadArn)}`;
  const idAt = async (kind: 'started' | RoundKind, workloadArn: string) =>
    z
      .string()
      .optional()
      .parse(await kvs.get(key(kind, workloadArn)));
  return {
    ended: async (workloadArn) => latestSchema.optional().parse(await kvs.get(key('latest', workloadArn))),
    saveEnded: (workloadArn, latest) => kvs.set(key('latest', workloadArn), latest),
    started: (workloadArn) => idAt('started', workloadArn),
    saveStarted: (workloadArn, runId) => kvs.set(key('started', workloadArn), runId),
    round: (workloadArn, kind) => idAt(kind, workloadArn),
    saveRound: (workloadArn, kind, runId) => kvs.set(key(kind, workloadArn), runId),
  };
}
