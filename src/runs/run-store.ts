/** Runs in Forge storage, for 30 days. */
import type { PlannedChange, RunOutcome } from '../contract';
import { whenAll } from '../in-flight';
import { openLongRecord } from '../storage/open-long-record';
import { openRecord, type RecordStorage } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { together } from '../storage/together';
import { runRecord, type Run } from './model';
import type { ShownPlan } from './outcome';
import { runApprovedRecord, runOutcomeRecord, runPlanRecord, runShownRecord } from './records';

/** Changes on one page of a plan. */
const PAGE = 500;

/** Readers throw RecordError where a record's definition says so, writers NewerRecord. */
export interface RunStore {
  load(id: string): Promise<Run | undefined>;
  save(run: Run): Promise<void>;

  /** Stores a plan's changes in pages and answers how many there are; at least one. */
  savePlan(id: string, changes: readonly PlannedChange[]): Promise<number>;
  loadPlanPage(id: string, page: number): Promise<PlannedChange[] | undefined>;

  saveShown(id: string, shown: ShownPlan): Promise<void>;
  loadShown(id: string): Promise<ShownPlan | undefined>;

  saveOutcome(id: string, outcome: RunOutcome): Promise<void>;
  loadOutcome(id: string): Promise<RunOutcome | undefined>;

  /** Which changes the run may apply, once it began to. */
  approve(id: string, digests: readonly string[]): Promise<void>;
  approved(id: string): Promise<ReadonlySet<string> | undefined>;

  /** Reads what stands where the end of a run is written, for a storage that remembers what it read: see `fencedBy`. */
  readAhead(id: string): Promise<void>;

  /** What is saved in the work is saved at its end, as one: see `together` of storage. */
  together<T>(work: (runs: RunStore) => Promise<T>): Promise<T>;
}

export function createRunStore(kvs: RecordStorage, log?: RecordLog): RunStore {
  const run = openRecord(runRecord, kvs, log);
  const shown = openRecord(runShownRecord, kvs, log);
  const plan = openLongRecord(runPlanRecord, kvs, log);
  const outcome = openLongRecord(runOutcomeRecord, kvs, log);
  const approved = openLongRecord(runApprovedRecord, kvs, log);

  return {
    load: (id) => run.read(id),
    save: (next) => run.write(next, next.id),

    async savePlan(id, changes) {
      const pages = Math.max(1, Math.ceil(changes.length / PAGE));
      for (let page = 0; page < pages; page += 1)
        await plan.write({ changes: changes.slice(page * PAGE, (page + 1) * PAGE) }, [id, page]);
      return pages;
    },
    loadPlanPage: async (id, page) => (await plan.read([id, page]))?.changes,

    saveShown: (id, next) => shown.write(next, id),
    loadShown: (id) => shown.read(id),

    saveOutcome: (id, next) => outcome.write(next, id),
    loadOutcome: (id) => outcome.read(id),

    approve: (id, digests) => approved.write([...digests], id),
    async approved(id) {
      const digests = await approved.read(id);
      return digests && new Set(digests);
    },

    async readAhead(id) {
      await whenAll([shown.inspect(id), outcome.inspect(id), plan.inspect([id, 0])]);
    },
    together: (work) => together(kvs, (storage) => work(createRunStore(storage, log))),
  };
}
