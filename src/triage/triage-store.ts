/**
 * What triage lists of a workload, in one value of storage: its open best practices that have an issue, as the run
 * that ended last left them. Status, assignee and due date are Jira's, and are not kept.
 */
import { z } from 'zod';
import { canonicalJson, hash } from '../hash';
import type { KeyValues } from '../key-values';
import { openLongRecord } from '../storage/open-long-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

const questionSchema = z.object({
  /** AWS's id of it. */
  id: z.string(),
  title: z.string(),
  /** Id of the Task; absent where the question has none. */
  task: z.string().exactOptional(),
  /** Absent where no run has told it. */
  risk: z.enum(['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE']).exactOptional(),
  /** Of each open best practice the id of its Sub-task, and its title. */
  issues: z.array(z.tuple([z.string(), z.string()])),
});

const pillarSchema = z.object({
  /** As issues carry it: `pillarLabel`. */
  label: z.string(),
  /** Empty where it is not known. */
  name: z.string(),
  questions: z.array(questionSchema),
});

const lensSchema = z.object({
  /** The lens ARN without its version. */
  identity: z.string(),
  /** Empty where it is not known. */
  name: z.string(),
  pillars: z.array(pillarSchema),
});

const schema = z.object({
  /** The project whose issues these are. */
  projectId: z.string(),
  /** Those alone that have an open best practice with an issue. */
  lenses: z.array(lensSchema),
});

export type Triaged = Readonly<z.infer<typeof schema>>;
export type TriagedLens = Readonly<z.infer<typeof lensSchema>>;
export type TriagedPillar = Readonly<z.infer<typeof pillarSchema>>;
export type TriagedQuestion = Readonly<z.infer<typeof questionSchema>>;

/** Some 30 KB for the framework lens with everything open; in parts where it is more than 48,000 characters. */
export const triageRecord = defineRecord<Triaged, string>({
  name: 'triage',
  key: (workloadArn) => `triage:${hash(workloadArn)}`,
  version: 1,
  schema,
  migrations: [],
  storedIn: 'parts',
  inHead: true,
  dropsParts: true,
  unreadable: 'absent',
  means: {
    absent: 'Triage makes it of the links of issues, without risks; the next run tells these.',
    unreadable: 'As absent, at every look, until the next run of the workload replaces it.',
  },
});

export interface TriageStore {
  /** `undefined` where no run of a version that keeps it has ended. One read, for most workloads. */
  load(workloadArn: string): Promise<Triaged | undefined>;
  /** Leaves no part of what stood there before. @param before as it was loaded: what is equal is not written */
  save(workloadArn: string, triaged: Triaged, before: Triaged | undefined): Promise<void>;
  /** Writes where nothing stands; rejects where something does. */
  claim(workloadArn: string, triaged: Triaged): Promise<void>;
}

export function createTriageStore(kvs: KeyValues, log?: RecordLog): TriageStore {
  const record = openLongRecord(triageRecord, kvs, log);
  return {
    load: (workloadArn) => record.read(workloadArn),
    claim: (workloadArn, triaged) => record.claim(triaged, workloadArn),
    async save(workloadArn, triaged, before) {
      if (before && canonicalJson(before) === canonicalJson(triaged)) return;
      await record.write(triaged, workloadArn);
    },
  };
}
