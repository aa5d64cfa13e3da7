/**
 * Changes of questions that automatic mode has yet to reconcile. A burst of changes is debounced: the job that
 * finds the question unchanged for the quiet time has all of them.
 *
 * The law: every change is followed by work that begins after it, if the queue delivers what it took at least
 * once, in whatever order. Events and jobs that come twice, late or early cost a read and lose nothing. Changes
 * less than the quiet time apart become one piece of work.
 */
import { mapInFlight } from '../in-flight';
import type { RecordLog } from '../storage/record-log';
import {
  openPendingChanges,
  type Found,
  type PendingChange,
  type PendingChangeRecords,
} from './open-pending-changes';
import type { ReconcileJob, StoredChange, Subject } from './pending-change-record';
import type { PendingChangeStorage } from './pending-change-storage';
import type { DelayedJob } from './queue';

export interface PendingChanges {
  /**
   * Resolves when the change is stored and a job is queued that will see it: then the event may be let go. Two keys
   * of storage, or one where a change of the same second has done all that.
   *
   * @param quietSeconds where the caller knows them
   */
  add(subject: Subject, quietSeconds?: number): Promise<void>;
  /** As `add`, of several, each named once; their jobs are pushed together. */
  addAll(subjects: readonly Subject[], quietSeconds: number): Promise<void>;
  /**
   * What a job is for, in one read; undefined where it comes early, and is queued again, where it came before and queued
   * a later one, so that a queue that delivers twice doubles no job, or where all is reconciled.
   */
  open(job: ReconcileJob): Promise<PendingChange | undefined>;
  /** Whether it is to be worked on now; a job is queued where it is not quiet yet. */
  isDue(change: PendingChange, quietSeconds: number): Promise<boolean>;
  /** In how many seconds nobody will have changed the subject for the quiet time; 0 once that is so. */
  quietIn(subject: Subject, quietSeconds: number): Promise<number>;
  /** The work on it is done. What changed since stays pending. */
  handled(change: PendingChange, as?: Pick<StoredChange, 'quietSeconds' | 'isNoticed'>): Promise<void>;
  /** Queues another job for it. */
  tryAgain(change: PendingChange, seconds: number): Promise<void>;
  /** Automatic mode is off: it is pending no more, and the next one is looked at in a quarter of an hour at the earliest. */
  leave(change: PendingChange): Promise<void>;
  /** Pending changes of a workload. The query lags behind by moments. */
  ofWorkload(workloadArn: string): Promise<readonly PendingChange[]>;
  /** Those whose job should have come before, the longest first; at most so many. */
  dueBefore(time: number, most: number): Promise<readonly PendingChange[]>;
  /** Queues jobs for them that come at once. @param lanes which of its workload's queues each takes, by workload */
  queueAgain(changes: readonly PendingChange[], lanes: ReadonlyMap<string, number>): Promise<void>;
}

export interface PendingChangesOptions {
  readonly storage: PendingChangeStorage;
  readonly clock: { now(): number };
  /** Queues jobs; resolves when the queue has all of them. */
  readonly push: (jobs: readonly DelayedJob[]) => Promise<void>;
  readonly log?: RecordLog;
}

/** Forge's longest delay of a queue event ("Async events API"); a longer time takes several jobs. */
export const MAX_DELAY_SECONDS = 900;

/** How far the clocks of two invocations may be apart. */
const SKEW_MS = 5000;

/** Quiet times are in whole seconds: of two changes within one the first counts. */
const SAME_MS = 1000;

/** The shortest that settings allow: of a question whose settings no job has read yet. */
const SHORTEST_QUIET_SECONDS = 30;

const FIRST_LANES: ReadonlyMap<string, number> = new Map();

/** Records that are read or written at a time. */
const IN_FLIGHT = 10;

export function createPendingChanges(options: PendingChangesOptions): PendingChanges {
  return new RecordedChanges(options);
}

/**
 * One record for each subject. Who notes a change writes it whatever stands there by then; who has dealt with one
 * writes only where it still is the latest. A change is dealt with if it is that very one, not if it is older: of two
 * changes at the same time the older may be stored last.
 */
class RecordedChanges implements PendingChanges {
  private readonly records: PendingChangeRecords;

  constructor(private readonly options: PendingChangesOptions) {
    this.records = openPendingChanges(options.storage, options.log);
  }

  add(subject: Subject, quietSeconds?: number): Promise<void> {
    return this.addAll([subject], quietSeconds);
  }

  async addAll(subjects: readonly Subject[], quietSeconds: number | undefined): Promise<void> {
    const all = await mapInFlight(subjects, IN_FLIGHT, (subject) => this.records.inspect(subject));
    const noted = all.flatMap((found) => noteOf(found, quietSeconds, this.now()) ?? []);
    await this.push(noted.filter(({ isNew }) => isNew).map(({ found, facts }) => jobOf(found, facts)));
    await mapInFlight(noted, IN_FLIGHT, async ({ found, facts, waitMs }) => {
      await this.records.put(found, facts, facts.queuedFor);
      // Its job may have come before it was stored.
      if (!isQueued(facts, this.now())) await this.push([jobOf(found, { queuedFor: this.now() + waitMs })]);
    });
  }

  async open({ at, ...subject }: ReconcileJob): Promise<PendingChange | undefined> {
    if (secondsUntil(at, this.now()) > 0) {
      await this.push([jobOf({ subject }, { queuedFor: at })]);
      return undefined;
    }
    const { pending } = await this.records.inspect(subject);
    return pending !== undefined && isTwice(pending, at, this.now()) ? undefined : pending;
  }

  async isDue(change: PendingChange, quietSeconds: number): Promise<boolean> {
    const left = secondsUntil(change.changedAt + quietSeconds * 1000, this.now());
    if (left > 0 && !isQueued(change, this.now())) await this.tryAgain({ ...change, quietSeconds }, left);
    return left <= 0;
  }

  async quietIn(subject: Subject, quietSeconds: number): Promise<number> {
    const last = (await this.records.inspect(subject)).stored?.changedAt;
    return last === undefined ? 0 : Math.max(0, secondsUntil(last + quietSeconds * 1000, this.now()));
  }

  async handled(
    { changedAt, quietSeconds, ...change }: PendingChange,
    as: Pick<StoredChange, 'quietSeconds' | 'isNoticed'> = {},
  ): Promise<void> {
    const kept = quietSeconds === undefined ? {} : { quietSeconds };
    await this.records.replace(change, { changedAt, ...kept, ...as });
  }

  tryAgain(change: PendingChange, seconds: number): Promise<void> {
    return this.queueAt([change], this.now() + seconds * 1000);
  }

  /** A change that came meanwhile stays pending, as it may have come after automatic mode was switched on. */
  async leave({ changedAt, ...change }: PendingChange): Promise<void> {
    const idleUntil = this.now() + MAX_DELAY_SECONDS * 1000;
    if (await this.records.replace(change, { changedAt, idleUntil })) return;
    const found = await this.records.inspect(change.subject);
    if (found.pending === undefined) return;
    const { subject, reading, ...facts } = found.pending;
    await this.records.replace(found, { ...facts, idleUntil }, facts.queuedFor ?? idleUntil);
  }

  async ofWorkload(workloadArn: string): Promise<readonly PendingChange[]> {
    const found = await this.options.storage.ofWorkload(workloadArn);
    return found.flatMap((each) => this.records.inQuery(each) ?? []);
  }

  async dueBefore(time: number, most: number): Promise<readonly PendingChange[]> {
    const found = await this.options.storage.dueBefore(time, most);
    return found.flatMap((each) => this.records.inQuery(each) ?? []);
  }

  queueAgain(changes: readonly PendingChange[], lanes: ReadonlyMap<string, number>): Promise<void> {
    return this.queueAt(changes, this.now(), lanes);
  }

  /** It is pushed before it is remembered: dying between the two costs a job. Who changed the subject meanwhile saw to one. */
  private async queueAt(
    changes: readonly PendingChange[],
    at: number,
    lanes: ReadonlyMap<string, number> = FIRST_LANES,
  ): Promise<void> {
    const jobs = changes.map((change) => jobOf(change, { queuedFor: at }));
    await this.push(jobs, lanes);
    await mapInFlight(changes, IN_FLIGHT, ({ subject, reading, ...facts }) =>
      this.records.replace({ subject, reading }, { ...facts, queuedFor: at }, at),
    );
  }

  private async push(
    jobs: readonly ReconcileJob[],
    lanes: ReadonlyMap<string, number> = FIRST_LANES,
  ): Promise<void> {
    const delayed = jobs.map((job) => {
      const lane = lanes.get(job.workloadArn);
      const delaySeconds = Math.min(secondsUntil(job.at, this.now()), MAX_DELAY_SECONDS);
      return { job, ...(lane === undefined ? {} : { lane }), delaySeconds };
    });
    if (delayed.length > 0) await this.options.push(delayed);
  }

  private now(): number {
    return this.options.clock.now();
  }
}

function jobOf(
  { subject }: Pick<PendingChange, 'subject'>,
  { queuedFor: at }: Pick<Note['facts'], 'queuedFor'>,
): ReconcileJob {
  return { ...subject, at };
}

/** A job that is to come later than now will see what is stored by now: one that comes early is queued again. */
function isQueued({ queuedFor = 0 }: Pick<StoredChange, 'queuedFor'>, now: number): boolean {
  return queuedFor > now + SKEW_MS;
}

/**
 * Whether a job that was to come at `at` did its work before: the later job that is queued is then its own. One that a
 * new change asked for is not, which is no older than `add` lets it be.
 */
function isTwice(pending: PendingChange, at: number, now: number): boolean {
  const { changedAt, queuedFor = 0 } = pending;
  return changedAt < at - SKEW_MS && at < queuedFor && isQueued(pending, now);
}

interface Note {
  readonly found: Found;
  readonly facts: Omit<StoredChange, 'subject' | 'workload' | 'due' | 'queuedFor'> & {
    readonly queuedFor: number;
  };
  readonly waitMs: number;
  /** Its job has to be queued. */
  readonly isNew: boolean;
}

/** What is to be stored of a change now; undefined where that stands there. */
function noteOf(found: Found, known: number | undefined, now: number): Note | undefined {
  const { stored } = found;
  const { quietSeconds = known, idleUntil = 0, isNoticed } = stored ?? {};
  const quiet = known ?? quietSeconds ?? SHORTEST_QUIET_SECONDS;
  const relied = stored !== undefined && isQueued(stored, now) ? stored.queuedFor : undefined;
  if (relied !== undefined && isOfNow(stored?.changedAt ?? 0, now)) return undefined;
  const waitMs = Math.min(Math.max(quiet * 1000, idleUntil - now), MAX_DELAY_SECONDS * 1000);
  const facts = {
    changedAt: now,
    queuedFor: relied ?? now + waitMs,
    ...(known === undefined && quietSeconds === undefined ? {} : { quietSeconds: quiet }),
    ...(idleUntil > now ? { idleUntil } : {}),
    ...(isNoticed === undefined ? {} : { isNoticed }),
  };
  return { found, facts, waitMs, isNew: relied === undefined };
}

function isOfNow(changedAt: number, now: number): boolean {
  return changedAt > now - SAME_MS && changedAt <= now;
}

/** Whole seconds, as the queue's delays are. */
export function secondsUntil(at: number, now: number): number {
  return Math.ceil((at - now) / 1000);
}
