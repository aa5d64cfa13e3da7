/**
 * Changes of a workload that a run of all of it is to see: pending until such a run was applied, whatever becomes of
 * one that was started for them.
 */
import type { Clock } from '../clock';
import { hasEnded, type Run } from '../runs/model';
import { mayComeYet } from '../runs/queue';
import type { RunStore } from '../runs/run-store';
import { ifReadable } from '../storage/problems';
import type { RecordLog } from '../storage/record-log';
import {
  openPendingChanges,
  type Facts,
  type Found,
  type PendingChange,
  type PendingChangeRecords,
} from './open-pending-changes';
import type { Subject } from './pending-change-record';
import type { PendingChangeStorage } from './pending-change-storage';
import { MAX_DELAY_SECONDS, secondsUntil } from './pending-changes';
import type { DelayedJob } from './queue';

export interface AwaitedRuns {
  /** A run that is queued will see a change of the workload. */
  expect(change: Expected): Promise<void>;
  /** Whether a run that was started for the change still may see it; then nothing has to be done for an hour. */
  isUnderWay(change: PendingChange): Promise<boolean>;
  /** A run of the whole workload has dealt with all that it saw, or left it to a person. */
  settled(run: EndedRun): Promise<void>;
  /** A run of the whole workload failed, and another one may not: it is tried after the time that this has lasted. */
  failed(run: EndedRun): Promise<void>;
}

interface Expected extends Pick<Subject, 'workloadArn'> {
  readonly runId: string;
  /** When it changed. */
  readonly changedAt: number;
  /** The run need not wait until the whole workload is quiet, nor need one that takes its place. */
  readonly atOnce: boolean;
}

type EndedRun = Pick<Run, 'id' | 'workloadArn' | 'beganAt' | 'needsQuietWorkload'>;

export interface AwaitedRunsOptions {
  readonly storage: PendingChangeStorage;
  readonly runs: Pick<RunStore, 'load'>;
  readonly clock: Clock;
  /** As that of pending changes. */
  readonly push: (jobs: readonly DelayedJob[]) => Promise<void>;
  readonly log?: RecordLog;
}

/** Then somebody looks whether the run has ended without a word. */
const HOUR_MS = 3_600_000;

/** Seconds between two runs, the tries of each left out: both sides agree within an hour of the trouble's end. */
const SHORTEST_WAIT = 60;
const LONGEST_WAIT = 2700;

/** How often a record that others write at the same moment is tried for. */
const TRIES = 5;

export function createAwaitedRuns(options: AwaitedRunsOptions): AwaitedRuns {
  return new RecordedRuns(options);
}

/** The record is the workload's own: of AWS's side, without a question. */
class RecordedRuns implements AwaitedRuns {
  private readonly records: PendingChangeRecords;

  constructor(private readonly options: AwaitedRunsOptions) {
    this.records = openPendingChanges(options.storage, options.log);
  }

  async expect({ workloadArn, runId, changedAt, atOnce }: Expected): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const found = await this.inspect(workloadArn);
      const { pending } = found;
      const facts = {
        changedAt: Math.max(pending?.changedAt ?? 0, changedAt),
        runId,
        ...(atOnce && needsNoQuiet(pending) ? { atOnce } : {}),
        ...(pending?.queuedFor === undefined ? {} : { queuedFor: pending.queuedFor }),
        ...quietOf(found),
      };
      if (await this.records.replace(found, facts, this.now() + HOUR_MS)) return;
    }
  }

  async isUnderWay({ runId, subject, reading, ...facts }: PendingChange): Promise<boolean> {
    const run = runId === undefined ? undefined : await ifReadable(this.options.runs.load(runId));
    if (runId === undefined || run === undefined || !isComing(run, this.now())) return false;
    await this.records.replace({ subject, reading }, { ...facts, runId }, this.now() + HOUR_MS);
    return true;
  }

  async settled({ id, workloadArn, beganAt = 0 }: EndedRun): Promise<void> {
    const found = await this.inspect(workloadArn);
    if (found.pending === undefined) return;
    const { runId, changedAt, quietSeconds = 0 } = found.pending;
    const kept = { changedAt, ...quietOf(found) };
    if (changedAt <= beganAt) await this.records.replace(found, kept);
    // What changed while it was under way left its job to it.
    else if (runId === id) await this.queueAt(found, kept, this.now() + quietSeconds * 1000);
  }

  async failed({ id, workloadArn, beganAt = 0, needsQuietWorkload = false }: EndedRun): Promise<void> {
    const found = await this.inspect(workloadArn);
    const { pending } = found;
    const isLater = pending !== undefined && pending.changedAt > beganAt && pending.runId !== id;
    if (isLater) return;
    const now = this.now();
    const changedAt = pending?.changedAt ?? (beganAt > 0 ? beganAt : now);
    const wait = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, Math.round((now - changedAt) / 1000)));
    const atOnce = pending === undefined ? !needsQuietWorkload : pending.atOnce === true;
    await this.queueAt(found, { changedAt, atOnce, ...quietOf(found) }, now + wait * 1000);
  }

  private inspect(workloadArn: string): Promise<Found> {
    return this.records.inspect({ direction: 'aws', workloadArn });
  }

  /** Who changed the workload meanwhile has seen to a job. */
  private async queueAt(found: Found, facts: Facts, at: number): Promise<void> {
    const delaySeconds = Math.min(secondsUntil(at, this.now()), MAX_DELAY_SECONDS);
    await this.options.push([{ job: { ...found.subject, at }, delaySeconds }]);
    await this.records.replace(found, { ...facts, queuedFor: at }, at);
  }

  private now(): number {
    return this.options.clock.now();
  }
}

function quietOf({ stored }: Found): Pick<Facts, 'quietSeconds'> {
  return stored?.quietSeconds === undefined ? {} : { quietSeconds: stored.quietSeconds };
}

/** The poll's news asks for a quiet workload, and that stays so. */
function needsNoQuiet(pending: PendingChange | undefined): boolean {
  return pending === undefined || pending.atOnce === true;
}

/** It has not ended, and its event is not lost. */
function isComing(run: Run, now: number): boolean {
  return !hasEnded(run) && mayComeYet(run, now);
}
