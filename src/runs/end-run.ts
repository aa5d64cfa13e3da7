/** The end of a run: stored, its workload given free, and told to the audit log. */
import type { AuditPorts } from '../audit/record';
import type { RunOutcome } from '../contract/syncs';
import type { Run } from './model';
import { recordRun } from './record-run';
import type { RunStore } from './run-store';

export interface EndRunPorts extends AuditPorts {
  readonly runs: Pick<RunStore, 'save' | 'release'>;
}

/**
 * Automatic runs that change nothing come by the hour: the audit log is not for them.
 *
 * @param outcome undefined: it failed
 */
export async function endRun(run: Run, outcome: RunOutcome | undefined, ports: EndRunPorts): Promise<void> {
  await ports.runs.save(run);
  await ports.runs.release(run.workloadArn);
  if (outcome && !isNews(run, outcome)) return;
  await recordRun(run, 'sync.ended', `Run ${run.id}: ${outcome ? describe(outcome) : 'failed'}.`, ports);
}

function isNews({ startedBy }: Run, outcome: RunOutcome): boolean {
  const { kind, created, updated, closed, reopened, chosen, notesWritten, failed } = outcome;
  const changes = [...Object.values(created), updated, closed, reopened, chosen, notesWritten, failed.length];
  return startedBy !== undefined || kind !== 'applied' || changes.some((count) => count > 0);
}

function describe(outcome: RunOutcome): string {
  const { kind, created, updated, closed, reopened, chosen, notesWritten, failed } = outcome;
  const made = created.epics + created.tasks + created.subtasks;
  return `${kind}, ${made} created, ${updated} updated, ${closed} closed, ${reopened} reopened, ${chosen} answers and ${notesWritten} notes changed in AWS, ${failed.length} failed`;
}
