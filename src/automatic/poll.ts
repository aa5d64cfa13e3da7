/**
 * One scheduled look at all workloads of a connection and Region: finds changes without EventBridge, and what it
 * missed. With nothing changed and nothing due it costs the listing and 16 reads of storage.
 */
import { mapInFlight } from '../in-flight';
import type { WatermarkStore } from './watermark-store';
import { candidates, entryAfter, type Candidate, type Dealt, type Reason, type Summary } from './watch';
import type { WatchStore } from './watch-store';

export interface PollPorts {
  /** Every workload that AWS lists; throws where that fails, since a part would look like deletions. */
  summaries(): Promise<readonly Summary[]>;
  readonly watch: WatchStore;
  readonly watermarks: Pick<WatermarkStore, 'explains'>;
  /** Whether the workload is linked and in automatic mode now. */
  isAutomatic(workloadArn: string): Promise<boolean>;
  /** Whether something of it waits that is tried once a day. @param fullAt when a run was last given it */
  waits(workloadArn: string, fullAt: number): Promise<boolean>;
  /** Queues a run of the whole workload; resolves when the queue has it. */
  enqueue(workloadArn: string, reason: Reason): Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** How much one poll does at most; the rest waits for the next one. */
export interface PollLimits {
  /** Workloads whose settings are read. */
  readonly reads: number;
  /** Runs in all: Forge takes 500 queue events a minute, and Jira and AWS have limits of their own. */
  readonly runs: number;
  /** Runs of workloads that are new or due: at one poll in five minutes, 5,760 a day. */
  readonly unhurried: number;
}

export const POLL_LIMITS: PollLimits = { reads: 500, runs: 100, unhurried: 20 };

/**
 * - `left`: a limit was reached; it waits for the next poll.
 * - `failed`: it is tried again with the next poll.
 */
export type Verdict = Dealt | 'left' | 'failed';

export interface PollResult {
  readonly workloads: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The watch store has each workload that it knows as AWS listed it: no change waits for another poll. */
  readonly isCurrent: boolean;
  /** Of the first workload that failed. */
  readonly error?: unknown;
}

const IN_FLIGHT = 10;

/** A workload's entry changes only once its run is queued: stopping anywhere loses no change. */
export async function poll(ports: PollPorts, limits: PollLimits = POLL_LIMITS): Promise<PollResult> {
  const summaries = await ports.summaries();
  const before = await ports.watch.load();
  const entries = new Map(before);
  const budget = new Budget(limits);
  const errors: unknown[] = [];

  async function dealWith(candidate: Candidate): Promise<Verdict> {
    try {
      const verdict = await decide(ports, budget, candidate);
      if (verdict === 'left') return verdict;
      const entry = entryAfter(candidate, verdict, ports.now);
      if (entry) entries.set(candidate.workloadArn, entry);
      else entries.delete(candidate.workloadArn);
      return verdict;
    } catch (error) {
      errors.push(error);
      return 'failed';
    }
  }

  const found = candidates(summaries, before, ports.now);
  const verdicts = await mapInFlight(found, IN_FLIGHT, dealWith);
  await ports.watch.save(entries);
  const isCurrent = !found.some(({ reason }, nth) => reason === 'changed' && waits(verdicts[nth]));
  const told = { workloads: summaries.length, counts: count(verdicts), isCurrent };
  return { ...told, ...(errors.length === 0 ? {} : { error: errors[0] }) };
}

async function decide(ports: PollPorts, budget: Budget, candidate: Candidate): Promise<Dealt | 'left'> {
  const { workloadArn, reason, entry } = candidate;
  if (!budget.read(reason)) return 'left';
  if (!(await ports.isAutomatic(workloadArn))) return 'manual';
  if (await isExplained(ports.watermarks, candidate)) return 'explained';
  if (reason === 'daily' && !(await ports.waits(workloadArn, entry?.fullAt ?? 0))) return 'quiet';
  if (!budget.run(reason)) return 'left';
  await ports.enqueue(workloadArn, reason);
  return 'run';
}

/** The weekly read takes nobody's word; a workload that is gone has no summary. */
async function isExplained(watermarks: PollPorts['watermarks'], candidate: Candidate): Promise<boolean> {
  const { reason, summary, entry } = candidate;
  if (!summary || isDue(reason)) return false;
  return watermarks.explains(summary, entry?.counts);
}

/** What is left of the limits; what fails is spent too. */
class Budget {
  private reads = 0;
  private runs = 0;
  private unhurried = 0;

  constructor(private readonly limits: PollLimits) {}

  /** Whether a read is left, and a run that may follow it. */
  read(reason: Reason): boolean {
    if (this.reads >= this.limits.reads || !this.hasRun(reason)) return false;
    this.reads += 1;
    return true;
  }

  run(reason: Reason): boolean {
    if (!this.hasRun(reason)) return false;
    this.runs += 1;
    if (isUnhurried(reason)) this.unhurried += 1;
    return true;
  }

  private hasRun(reason: Reason): boolean {
    if (this.runs >= this.limits.runs) return false;
    return !isUnhurried(reason) || this.unhurried < this.limits.unhurried;
  }
}

function waits(verdict: Verdict | undefined): boolean {
  return verdict === 'left' || verdict === 'failed';
}

function isUnhurried(reason: Reason): boolean {
  return reason === 'new' || isDue(reason);
}

function isDue(reason: Reason): boolean {
  return reason === 'weekly' || reason === 'daily';
}

function count(verdicts: readonly Verdict[]): PollResult['counts'] {
  const counts = { run: 0, explained: 0, manual: 0, quiet: 0, left: 0, failed: 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}
