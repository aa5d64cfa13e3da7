/**
 * Changes of questions that automatic mode has yet to reconcile. A burst of changes is debounced: the job that
 * finds the question unchanged for the quiet time has all of them.
 *
 * The law: every change is followed by work that begins after it, if the queue delivers what it took at least
 * once, in whatever order. Events and jobs that come twice, late or early cost a read and lose nothing. Changes
 * less than the quiet time apart become one piece of work.
 */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import type { QuestionRef } from '../links/issue-index';
import { hash } from '../hash';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

/** A question and the side that changed: `jira`, a card moved; `aws`, an answer changed. */
export interface Subject extends QuestionRef {
  readonly direction: 'jira' | 'aws';
}

/** The body of a queue event: reconcile this subject then. */
export const reconcileJobSchema = z.object({
  direction: z.enum(['jira', 'aws']),
  workloadArn: z.string(),
  lens: z.string().exactOptional(),
  question: z.string().exactOptional(),
  /** When it is meant to come, in milliseconds since the epoch. */
  at: z.number(),
});

export type ReconcileJob = Readonly<z.infer<typeof reconcileJobSchema>>;

export type PendingState =
  /** Nothing changed since it was last handled. */
  | { readonly kind: 'handled' }
  /** Not yet quiet; another job is queued, and the caller has nothing to do. */
  | { readonly kind: 'wait' }
  /** To be worked on now; then `done` takes `touchedAt`. */
  | { readonly kind: 'due'; readonly touchedAt: number };

export interface PendingChanges {
  /** Resolves when the change is stored and a job is queued that will see it: then the event may be let go. */
  add(subject: Subject, quietSeconds: number): Promise<void>;
  /** What a job finds. Jobs of one subject come one after the other (the queue's concurrency key). */
  check(job: ReconcileJob, quietSeconds: number): Promise<PendingState>;
  /** In how many seconds nobody will have changed the subject for the quiet time; 0 once that is so. */
  quietIn(subject: Subject, quietSeconds: number): Promise<number>;
  /** The work on all that changed up to then has succeeded. */
  handled(subject: Subject, touchedAt: number): Promise<void>;
}

export interface PendingChangesOptions {
  readonly kvs: KeyValues;
  readonly clock: { now(): number };
  /** Queues a job; resolves when the queue has it. */
  readonly push: (job: ReconcileJob, delaySeconds: number) => Promise<void>;
  readonly log?: RecordLog;
}

/** Forge's longest delay of a queue event ("Async events API"); a longer quiet time takes several jobs. */
const MAX_DELAY_SECONDS = 900;

/** How far the clocks of two invocations may be apart. */
const SKEW_MS = 5000;

const momentSchema = z.object({ at: z.number() });

/** Days: long after the last job has come; the times in the values decide, not whether a value has expired. */
const LIFE = 2;

export const pendingChangeRecord = defineRecord({
  name: 'touch',
  key: (subject: Subject) => keyOf('touched', subject),
  version: 1,
  schema: momentSchema,
  migrations: [],
  life: LIFE,
  unreadable: { as: { at: 0 } },
  means: {
    absent: 'Nobody changed the question.',
    unreadable: 'Changed long ago: the next job reconciles the question, and no change is lost.',
  },
});

type Work = 'queued' | 'handled';

export const pendingWorkRecord = defineRecord({
  name: 'touch-work',
  key: (id: readonly [work: Work, subject: Subject]) => keyOf(...id),
  version: 1,
  schema: momentSchema,
  migrations: [],
  life: LIFE,
  unreadable: 'absent',
  means: {
    absent: 'No job is queued; nothing was handled.',
    unreadable: 'As absent: it costs a job, or a run of a question that was handled.',
  },
});

/**
 * Three values for each subject, none of which depends on what stood there: when it changed, for when a job is
 * queued, and which change was handled. A change is handled if it is that very one, not if it is older: of two
 * changes at the same time the older may be stored last, and would hide the newer.
 */
export function createPendingChanges({ kvs, clock, push, log }: PendingChangesOptions): PendingChanges {
  const touched = openRecord(pendingChangeRecord, kvs, log);
  const work = openRecord(pendingWorkRecord, kvs, log);

  const touchedAt = async (subject: Subject) => (await touched.read(subject))?.at;
  const moment = async (kind: Work, subject: Subject) => (await work.read([kind, subject]))?.at;
  const remember = (kind: Work, subject: Subject, at: number) => work.write({ at }, [kind, subject]);

  /**
   * A job that is queued for later than now will see what is stored by now, because one that comes early is
   * queued again. It is pushed before it is remembered: dying between the two costs a job.
   */
  async function ensureJob(subject: Subject, seconds: number): Promise<void> {
    const queued = await moment('queued', subject);
    const now = clock.now();
    if (queued !== undefined && queued > now + SKEW_MS) return;
    const delay = Math.min(seconds, MAX_DELAY_SECONDS);
    const job = { ...subject, at: now + delay * 1000 };
    await push(job, delay);
    await remember('queued', subject, job.at);
  }

  return {
    async add(subject, quietSeconds) {
      await touched.write({ at: clock.now() }, subject);
      await ensureJob(subject, quietSeconds);
    },

    async check({ at, ...subject }, quietSeconds) {
      const early = secondsUntil(at, clock.now());
      if (early > 0) {
        await push({ ...subject, at }, Math.min(early, MAX_DELAY_SECONDS));
        return { kind: 'wait' };
      }
      const last = await touchedAt(subject);
      if (last === undefined || last === (await moment('handled', subject))) return { kind: 'handled' };
      const left = secondsUntil(last + quietSeconds * 1000, clock.now());
      if (left <= 0) return { kind: 'due', touchedAt: last };
      await ensureJob(subject, left);
      return { kind: 'wait' };
    },

    async quietIn(subject, quietSeconds) {
      const last = await touchedAt(subject);
      return last === undefined ? 0 : Math.max(0, secondsUntil(last + quietSeconds * 1000, clock.now()));
    },

    handled: (subject, at) => remember('handled', subject, at),
  };
}

function keyOf(kind: Work | 'touched', { direction, workloadArn, lens, question }: Subject): string {
  return `${kind}:${direction}:${hash(JSON.stringify([workloadArn, lens, question]))}`;
}

/** Whole seconds, as the queue's delays are. */
function secondsUntil(at: number, now: number): number {
  return Math.ceil((at - now) / 1000);
}
