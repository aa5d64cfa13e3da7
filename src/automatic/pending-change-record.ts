/** A change that automatic mode has yet to reconcile, as Forge's storage has it: one record a subject. */
import { z } from 'zod';
import { hash } from '../hash';
import type { QuestionRef } from '../links/issue-index';
import { defineRecord } from '../storage/record';

/** A question and the side that changed: `jira`, a card moved; `aws`, an answer changed. Without a question: the workload. */
export interface Subject extends QuestionRef {
  readonly direction: 'jira' | 'aws';
}

const subjectShape = {
  direction: z.enum(['jira', 'aws']),
  workloadArn: z.string(),
  lens: z.string().exactOptional(),
  question: z.string().exactOptional(),
};

/** The body of a queue event: reconcile this subject then. */
export const reconcileJobSchema = z.object({
  ...subjectShape,
  /** When it is meant to come, in milliseconds since the epoch. */
  at: z.number(),
});

export type ReconcileJob = Readonly<z.infer<typeof reconcileJobSchema>>;

/** Times are in milliseconds since the epoch. Members that indexes are of stand at the top: see manifest.yml. */
const schema = z.object({
  subject: z.object(subjectShape).exactOptional(),
  /** The latest change. */
  changedAt: z.number(),
  /** For when a job was queued last. */
  queuedFor: z.number().exactOptional(),
  /** The quiet time that held when a job came last, in seconds: an event does not read settings. */
  quietSeconds: z.number().exactOptional(),
  /** Automatic mode was off when a job came: until then no other is queued. */
  idleUntil: z.number().exactOptional(),
  /** The run of the whole workload that is to see the change. */
  runId: z.string().exactOptional(),
  /** Of a workload: questions named the change, so that a run need not wait until all of it is quiet. */
  atOnce: z.boolean().exactOptional(),
  /** Work on it failed for good, and a notice says so. */
  isNoticed: z.boolean().exactOptional(),
  /** The workload's ARN, and when something has to happen; both only while the change is pending. */
  workload: z.string().exactOptional(),
  due: z.number().exactOptional(),
});

export type StoredChange = Readonly<z.infer<typeof schema>>;

export const pendingChangeRecord = defineRecord({
  name: 'pending-change',
  key: ({ direction, workloadArn, lens, question }: Subject) =>
    `${direction}:${hash(workloadArn)}:${hash(JSON.stringify([lens, question]))}`,
  version: 1,
  schema,
  migrations: [],
  storedIn: 'entity',
  // Trouble that lasts writes it again and again; the weekly read of a workload finds what is older.
  life: 30,
  unreadable: { as: { changedAt: 0, due: 0 } },
  means: {
    absent: 'Nobody changed the question, or all of it was reconciled long ago.',
    unreadable: 'Changed long ago: the next job reconciles the question, and no change is lost.',
  },
});
