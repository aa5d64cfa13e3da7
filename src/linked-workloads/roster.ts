/**
 * Which workloads a project links and did not end, in two values instead of two for each workload. What decides are
 * the records of linked workloads; the roster is made of them, and holds as long as none of them changed.
 */
import { z } from 'zod';
import { hash } from '../hash';
import type { Listing } from '../storage/listing';
import { openLongRecord } from '../storage/open-long-record';
import { openRecord, type RecordStorage } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import type { LinkedWorkload } from './model';

const listed = z.object({
  workloadArn: z.string(),
  /** As AWS had it when the workload was linked. */
  name: z.string(),
});

/** A workload that a project links. */
export type ListedWorkload = Readonly<z.infer<typeof listed>>;

interface StoredRoster {
  /** The epoch of the records that it was made of. */
  readonly epoch: string;
  readonly workloads: readonly ListedWorkload[];
}

/** Names a state of the records of a project: each change makes another one. */
export const rosterEpochRecord = defineRecord({
  name: 'roster-epoch',
  key: (projectId: string) => `roster-epoch:${projectId}`,
  version: 1,
  schema: z.object({ epoch: z.string() }),
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'No link of the project changed since the app keeps rosters.',
    unreadable: 'As absent: the roster is made anew where it is of another epoch.',
  },
});

export const rosterRecord = defineRecord<StoredRoster, string>({
  name: 'roster',
  key: (projectId) => `roster:${projectId}`,
  version: 1,
  schema: z.object({ epoch: z.string(), workloads: z.array(listed) }),
  migrations: [],
  storedIn: 'parts',
  inHead: true,
  life: 30,
  unreadable: 'absent',
  means: {
    absent: 'It is made anew of the records of linked workloads.',
    unreadable: 'As absent.',
  },
});

export interface Rosters {
  /**
   * The workloads that the project links and did not end, in the order in which they were first linked. Two reads;
   * where a link changed since, those of `read` too. Where a record cannot be read nothing is kept.
   */
  of(projectId: string, read: () => Promise<Listing<LinkedWorkload>>): Promise<Listing<ListedWorkload>>;
  /**
   * Does what changes records of the project. The epoch changes before and after it: a roster that somebody makes
   * meanwhile is of neither, and one that outlives a writer that stopped in between is of the epoch before.
   *
   * @param what names the change
   */
  changing<T>(projectId: string, what: unknown, change: () => Promise<T>): Promise<T>;
}

const FIRST = '';

export function createRosters(kvs: RecordStorage, log?: RecordLog): Rosters {
  const epochs = openRecord(rosterEpochRecord, kvs, log);
  const rosters = openLongRecord(rosterRecord, kvs, log);
  const epochOf = async (projectId: string) => (await epochs.read(projectId))?.epoch ?? FIRST;

  async function advance(projectId: string, what: unknown): Promise<void> {
    const before = await epochs.inspect(projectId);
    const epoch = hash(JSON.stringify([epochs.valueOf(before)?.epoch ?? FIRST, what]));
    await epochs.replace(before, { epoch });
  }

  return {
    async of(projectId, read) {
      const [epoch, kept] = await Promise.all([epochOf(projectId), rosters.read(projectId)]);
      if (kept?.epoch === epoch) return { records: kept.workloads, problems: [] };
      const { records, problems } = await read();
      const workloads = records
        .filter(({ ended }) => !ended)
        .map(({ workloadArn, name }) => ({ workloadArn, name }));
      if (problems.length === 0) await rosters.write({ epoch, workloads }, projectId);
      return { records: workloads, problems };
    },

    async changing(projectId, what, change) {
      await advance(projectId, ['begins', what]);
      const result = await change();
      await advance(projectId, ['done', what]);
      return result;
    },
  };
}
