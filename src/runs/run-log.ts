/** What the platform's log hears of runs: a line for each transition, without account ids, texts or titles. */
import type { RunOutcome } from '../contract';
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { Run } from './model';

/** One line each: Forge keeps 100 of them a runtime and minute. */
export type RunLog = (line: RunLine) => void;

export interface RunLine {
  readonly run: string;
  readonly is: 'started' | 'waiting' | 'ended' | 'failed';
  /** `event`: of one question's issue; `automatic`: an event, the poll or a schedule, which the run does not know. */
  readonly startedBy: 'person' | 'event' | 'automatic';
  readonly kind: 'workload' | 'question';
  readonly mode: Run['mode'];
  /** 32 hexadecimal digits: the ARN has the account. */
  readonly workload: string;
  /** Milliseconds since the run began, waits included. */
  readonly ms?: number;
  readonly calls?: Run['calls'];
  readonly counts?: Readonly<Record<string, number>>;
  /** Of a run that ended. */
  readonly outcome?: RunOutcome['kind'] | 'unchanged' | 'needs-whole';
  /** Code of why it waits, failed, was refused or blocked. */
  readonly reason?: string;
  /** The service's own code, where one failed. */
  readonly error?: string;
}

/** @param now milliseconds since the epoch */
export function lineOf(run: Run, is: RunLine['is'], now: number): RunLine {
  const { id, startedBy, question, mode, workloadArn, beganAt } = run;
  const byNobody = question === undefined ? 'automatic' : 'event';
  return {
    ...{ run: id, is, startedBy: startedBy === undefined ? byNobody : 'person' },
    ...{ kind: question === undefined ? 'workload' : 'question', mode },
    workload: parseWorkloadArn(workloadArn)?.id ?? '',
    ...(is === 'started' ? {} : { ms: now - (beganAt ?? now), calls: run.calls, counts: { ...run.tally } }),
  };
}

export function endedLine(run: Run, outcome: RunOutcome, now: number): RunLine {
  const { kind, created, failed, conflicts, unchanged, refusal = [] } = outcome;
  const [first] = refusal;
  return {
    ...lineOf(run, 'ended', now),
    outcome: kind,
    counts: {
      created: created.epics + created.tasks + created.subtasks,
      ...run.tally,
      ...{ failed: failed.length, conflicts: conflicts.length, unchanged },
    },
    ...(first === undefined ? {} : { reason: first.code }),
  };
}

/** @param error what stopped it @param reason why, as people are told */
export function stoppedLine(
  run: Run,
  is: 'waiting' | 'failed',
  {
    error,
    reason,
    now,
  }: { readonly error: unknown; readonly reason?: Reason | undefined; readonly now: number },
): RunLine {
  return {
    ...lineOf(run, is, now),
    ...(reason === undefined ? {} : { reason: reason.code }),
    ...(error instanceof UpstreamError ? { error: error.details.code } : {}),
  };
}

/** The platform's log. */
export function logRun(line: RunLine): void {
  // eslint-disable-next-line no-console -- the platform's log
  console.info('Run', JSON.stringify(line));
}
