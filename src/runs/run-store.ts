/** Runs in Forge storage, for 30 days. */
import { z } from 'zod';
import type { PlannedChange, RunOutcome } from '../contract';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { loadLong, saveLong } from './long-value';
import { runSchema, type Run } from './model';
import type { ShownPlan } from './outcome';

/** Changes on one page of a plan. */
const PAGE = 500;

const LIFE = { ttl: { value: 30, unit: 'DAYS' } } as const;

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

  /**
   * Takes the workload for one invocation; the newest always gets it, so a dead one blocks nobody. Answers
   * the run that held it before.
   */
  take(workloadArn: string, holder: Holder): Promise<Holder | undefined>;
  holder(workloadArn: string): Promise<Holder | undefined>;
  release(workloadArn: string): Promise<void>;
}

const holderSchema = z.object({ runId: z.string(), invocation: z.string() });

/** Which invocation of which run syncs a workload now. */
export type Holder = z.infer<typeof holderSchema>;

export function createRunStore(kvs: KeyValues): RunStore {
  const key = (id: string) => `run:${id}`;
  const holdKey = (workloadArn: string) => `hold:${hash(workloadArn)}`;

  async function holder(workloadArn: string): Promise<Holder | undefined> {
    return holderSchema.optional().parse(await kvs.get(holdKey(workloadArn)));
  }

  return {
    load: async (id) => runSchema.optional().parse(await kvs.get(key(id))),
    save: (run) => kvs.set(key(run.id), run, LIFE),

    async savePlan(id, changes) {
      const pages = Math.max(1, Math.ceil(changes.length / PAGE));
      for (let page = 0; page < pages; page++) {
        await saveLong(kvs, `${key(id)}:plan:${page}`, changes.slice(page * PAGE, (page + 1) * PAGE));
      }
      return pages;
    },
    loadPlanPage: async (id, page) =>
      (await loadLong(kvs, `${key(id)}:plan:${page}`)) as PlannedChange[] | undefined,

    saveShown: (id, shown) => kvs.set(`${key(id)}:shown`, shown, LIFE),
    loadShown: async (id) => (await kvs.get(`${key(id)}:shown`)) as ShownPlan | undefined,

    saveOutcome: (id, outcome) => saveLong(kvs, `${key(id)}:outcome`, outcome),
    loadOutcome: async (id) => (await loadLong(kvs, `${key(id)}:outcome`)) as RunOutcome | undefined,

    approve: (id, digests) => saveLong(kvs, `${key(id)}:approved`, digests),
    async approved(id) {
      const digests = z
        .array(z.string())
        .optional()
        .parse(await loadLong(kvs, `${key(id)}:approved`));
      return digests && new Set(digests);
    },

    async take(workloadArn, next) {
      const before = await holder(workloadArn);
      await kvs.set(holdKey(workloadArn), next, LIFE);
      return before;
    },
    holder,
    release: (workloadArn) => kvs.delete(holdKey(workloadArn)),
  };
}
