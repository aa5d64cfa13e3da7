/** The end of a run: stored, and told to the audit log. */
import type { AuditPorts } from '../audit/record';
import type { RunOutcome } from '../contract/syncs';
import { whenAll } from '../in-flight';
import { logBug } from '../log-bug';
import type { DueRuns } from './due-runs';
import type { Run } from './model';
import type { Reason } from '../reason';
import { because } from './reasons';
import { recordRun } from './record-run';
import type { SyncEnd } from '../sync/sync-end';
import type { RunStore } from './run-store';

export interface SaveEndedPorts {
  readonly runs: Pick<RunStore, 'save'>;
  readonly dueRuns: Pick<DueRuns, 'remove'>;
}

export interface EndRunPorts extends SaveEndedPorts, AuditPorts {}

/**
 * From now on nothing is to be heard of it. Throws where it is not known to have ended, and for nothing else: who looks
 * for late runs removes what was left of it.
 */
export async function saveEnded(run: Run, { runs, dueRuns }: SaveEndedPorts): Promise<void> {
  await runs.save(run);
  await endDue(run, dueRuns);
}

/** The run of a question never was to be heard of. */
async function endDue({ id, question }: Run, dueRuns: SaveEndedPorts['dueRuns']): Promise<void> {
  if (question === undefined) await orLog('due-run', dueRuns.remove(id));
}

/** What follows upon an end undoes it no more. */
async function orLog(where: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    logBug(where, error);
  }
}

/**
 * Automatic runs that change nothing come by the hour: the audit log is not for them. Throws as `saveEnded` does.
 *
 * @param outcome undefined: it failed @param lines what it did and the audit log does not have yet
 */
export async function endRun(
  run: Run,
  outcome: RunOutcome | undefined,
  ports: EndRunPorts,
  lines: readonly Reason[] = [],
): Promise<void> {
  await ports.runs.save(run);
  await whenAll([endDue(run, ports.dueRuns), tellAudit(run, outcome, lines, ports)]);
}

async function tellAudit(
  run: Run,
  outcome: RunOutcome | undefined,
  lines: readonly Reason[],
  ports: AuditPorts,
): Promise<void> {
  if (outcome && lines.length === 0 && !isNews(run, outcome)) return;
  const details = outcome ? describe(run.id, outcome) : because('audit-run-failed', { run: run.id });
  await orLog('audit', recordRun(run, 'sync.ended', details, lines, ports));
}

/** The run as it is stored once its work is done; what it waited for on the way is over. Pure. */
export function doneRun(
  { message, ...run }: Run,
  { workloadName }: Pick<SyncEnd, 'workloadName'>,
  calls: Run['calls'],
): Run {
  const { total } = run.progress;
  return { ...run, state: 'done', step: 'run-done', progress: { done: total, total }, workloadName, calls };
}

/** The run as it is stored once it failed. Pure. */
export function failedRun(run: Run, message: Reason | undefined): Run {
  return { ...run, state: 'failed', step: 'run-failed', ...(message ? { message } : {}) };
}

/** Whether a run is worth an entry. */
export function isNews({ startedBy }: Run, outcome: RunOutcome): boolean {
  const { kind, created, updated, closed, reopened, chosen, notesWritten, failed } = outcome;
  const changes = [...Object.values(created), updated, closed, reopened, chosen, notesWritten, failed.length];
  const isNeeded = startedBy !== undefined || kind !== 'applied' || outcome.refusal !== undefined;
  return isNeeded || changes.some((count) => count > 0);
}

function describe(run: string, outcome: RunOutcome): Reason {
  const { kind, created, updated, closed, reopened, chosen, notesWritten, failed } = outcome;
  return because('audit-run-ended', {
    ...{ run, kind, created: created.epics + created.tasks + created.subtasks },
    ...{ updated, closed, reopened, chosen, notes: notesWritten, failed: failed.length },
  });
}
