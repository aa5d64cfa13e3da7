/** Which workloads a poll looks at: those whose summaries changed, each one daily, and weekly as a whole. Pure. */
import type { Risk, RiskCounts } from '../wellarchitected/model';
import type { WorkloadSummary } from '../wellarchitected/source';
import { startOfDay, startOfWeek } from '../workload-day';

/** What ListWorkloads says of a workload. */
export type Summary = Pick<WorkloadSummary, 'arn' | 'updatedAt' | 'riskCounts'>;

/** What the poll last dealt with. */
export interface WatchEntry {
  readonly updatedAt: number;
  /** `countsText` of its risk counts. */
  readonly counts: string;
  /** When it was last given to a run, in milliseconds since the epoch; 0 where it was last found not to be automatic. */
  readonly fullAt: number;
  /** When its settings, and what waits for it, were last read. */
  readonly lookedAt: number;
}

/** By workload ARN. */
export type WatchEntries = ReadonlyMap<string, WatchEntry>;

/**
 * - `changed`: UpdatedAt or risk counts are others than before.
 * - `gone`: AWS lists the workload no more.
 * - `new`: the poll has not seen it before.
 * - `weekly`: it is due to be read as a whole: what neither UpdatedAt nor an event told of is found then.
 * - `daily`: whether something waits that is tried once a day; AWS and Jira are asked nothing.
 */
export type Reason = 'changed' | 'gone' | 'new' | 'weekly' | 'daily';

export interface Candidate {
  readonly workloadArn: string;
  readonly reason: Reason;
  /** Absent where it is gone. */
  readonly summary?: Summary;
  /** Absent where it is new. */
  readonly entry?: WatchEntry;
}

const RISKS = ['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'] as const satisfies readonly Risk[];

/** Equal for equal counts. */
export function countsText(counts: RiskCounts): string {
  return RISKS.map((risk) => counts[risk]).join('.');
}

/** What `countsText` made of them; undefined for any other text. */
export function countsOf(text: string): RiskCounts | undefined {
  const counts = text.split('.').map(Number);
  if (counts.length !== RISKS.length || !counts.every(Number.isSafeInteger)) return undefined;
  return Object.fromEntries(RISKS.map((risk, nth) => [risk, counts[nth]])) as Record<Risk, number>;
}

/** What to look at, the most urgent first: changes, then what is new, then what is due. */
export function candidates(
  summaries: readonly Summary[],
  entries: WatchEntries,
  now: number,
): readonly Candidate[] {
  const listed = new Set(summaries.map(({ arn }) => arn));
  const gone = [...entries].filter(([arn]) => !listed.has(arn));
  const all: readonly Candidate[] = [
    ...gone.map(([workloadArn, entry]) => ({ workloadArn, reason: 'gone' as const, entry })),
    ...summaries.flatMap((summary) => candidateOf(summary, entries.get(summary.arn), now)),
  ];
  return [...all].sort(byUrgency);
}

/**
 * - `run`: given to a run.
 * - `explained`: what a run saw, or our own write.
 * - `manual`: not linked, or not in automatic mode.
 * - `quiet`: nothing waits to be tried today.
 */
export type Dealt = 'run' | 'explained' | 'manual' | 'quiet';

/** The entry once a candidate has been dealt with; `undefined` where there is none any more. */
export function entryAfter({ summary, entry }: Candidate, dealt: Dealt, now: number): WatchEntry | undefined {
  if (!summary) return undefined;
  const before = { fullAt: entry?.fullAt ?? now, lookedAt: entry?.lookedAt ?? now };
  const times: Readonly<Record<Dealt, typeof before>> = {
    run: { fullAt: now, lookedAt: now },
    explained: before,
    manual: { fullAt: 0, lookedAt: now },
    quiet: { ...before, lookedAt: now },
  };
  return { updatedAt: summary.updatedAt, counts: countsText(summary.riskCounts), ...times[dealt] };
}

function candidateOf(summary: Summary, entry: WatchEntry | undefined, now: number): readonly Candidate[] {
  const workloadArn = summary.arn;
  if (!entry) return [{ workloadArn, reason: 'new', summary }];
  const same = entry.updatedAt === summary.updatedAt && entry.counts === countsText(summary.riskCounts);
  if (!same) return [{ workloadArn, reason: 'changed', summary, entry }];
  if (entry.lookedAt >= startOfDay(workloadArn, now)) return [];
  const reason = entry.fullAt < startOfWeek(workloadArn, now) ? 'weekly' : 'daily';
  return [{ workloadArn, reason, summary, entry }];
}

const URGENCY: Readonly<Record<Reason, number>> = { changed: 0, gone: 1, new: 2, weekly: 3, daily: 3 };

/** Among equals what has waited longest, so that none waits for ever. */
function byUrgency(a: Candidate, b: Candidate): number {
  const since = ({ summary, entry }: Candidate) => entry?.lookedAt ?? summary?.updatedAt ?? 0;
  return URGENCY[a.reason] - URGENCY[b.reason] || since(a) - since(b);
}
