/** How the latest sync of each workload ended, and which run and which automatic run were started last. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import type { Run } from './model';

const latestSchema = z.object({
  runId: z.string(),
  /** ISO 8601. */
  at: z.string(),
  kind: z.enum(['previewed', 'applied', 'changed-since', 'refused', 'blocked', 'failed']),
  /** See `Run`. */
  behind: z.string().exactOptional(),
});

export type LatestRun = Readonly<z.infer<typeof latestSchema>>;

/** An automatic run at once, or one that waits until the whole workload is quiet; the names are of stored keys. */
export type AutomaticRunKind = 'round' | 'still-round';

export const latestRunRecord = defineRecord({
  name: 'latest-run',
  key: (workloadArn: string) => `latest:${hash(workloadArn)}`,
  version: 1,
  schema: latestSchema,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'No sync of the workload has ended.',
    unreadable: 'As absent: pages show no latest run until the next one ends.',
  },
});

export const startedRunRecord = defineRecord({
  name: 'started-run',
  key: ([kind, workloadArn]: readonly [kind: 'started' | AutomaticRunKind, workloadArn: string]) =>
    `${kind}:${hash(workloadArn)}`,
  version: 1,
  schema: z.string(),
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'No run of this kind was started.',
    unreadable: 'As absent: pages show no run under way, and automatic mode may start one more.',
  },
});

/** What is stored of a sync that has ended. */
export function latestOf(
  { id: runId, behind }: Pick<Run, 'id' | 'behind'>,
  kind: LatestRun['kind'],
  at: string,
): LatestRun {
  return { runId, at, kind, ...(behind === undefined ? {} : { behind }) };
}

/** What of it pages show. */
export function latestView({ runId, at, kind }: LatestRun): Omit<LatestRun, 'behind'> {
  return { runId, at, kind };
}

export interface LatestRuns {
  /** Of the syncs that have ended. */
  ended(workloadArn: string): Promise<LatestRun | undefined>;
  saveEnded(workloadArn: string, latest: LatestRun): Promise<void>;

  /** Id of the run that was started last, by whomever. */
  started(workloadArn: string): Promise<string | undefined>;
  saveStarted(workloadArn: string, runId: string): Promise<void>;

  /** Id of the run of this kind that automatic mode started last. */
  automatic(workloadArn: string, kind: AutomaticRunKind): Promise<string | undefined>;
  saveAutomatic(workloadArn: string, kind: AutomaticRunKind, runId: string): Promise<void>;
}

export function createLatestRuns(kvs: KeyValues, log?: RecordLog): LatestRuns {
  const latest = openRecord(latestRunRecord, kvs, log);
  const started = openRecord(startedRunRecord, kvs, log);
  return {
    ended: (workloadArn) => latest.read(workloadArn),
    saveEnded: (workloadArn, run) => latest.write(run, workloadArn),
    started: (workloadArn) => started.read(['started', workloadArn]),
    saveStarted: (workloadArn, runId) => started.write(runId, ['started', workloadArn]),
    automatic: (workloadArn, kind) => started.read([kind, workloadArn]),
    saveAutomatic: (workloadArn, kind, runId) => started.write(runId, [kind, workloadArn]),
  };
}
