/** A person ends a run, whatever has become of it: what it did stays, and the next one goes on from there. */
import { because } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import { timestamp, type Clock } from '../clock';
import type { Contract } from '../contract';
import { failedRun, saveEnded, type SaveEndedPorts } from '../runs/end-run';
import { giveBackAtEnd, type LeaseStore } from '../runs/lease-store';
import { latestOf, type LatestRuns } from '../runs/latest-runs';
import { hasEnded, type Run } from '../runs/model';
import { because as tell } from '../runs/reasons';
import { stoppedLine, type RunLog } from '../runs/run-log';
import type { RunStore } from '../runs/run-store';
import { saveStoppedOutcome, type StoppedOutcomePorts } from '../runs/stopped-outcome';
import type { Guard } from '../storage/guarded';
import type { ProjectCaller } from './caller';
import { runOf } from './view-run';

export interface EndSyncPorts extends SaveEndedPorts, StoppedOutcomePorts, AuditPorts {
  readonly runs: Pick<RunStore, 'load' | 'save'> & StoppedOutcomePorts['runs'];
  readonly runsUnder: (lease: Guard) => RunStore;
  readonly leases: Pick<LeaseStore, 'seize' | 'giveBack'>;
  readonly latestRuns: Pick<LatestRuns, 'saveEnded'>;
  readonly runLog: RunLog;
  readonly clock: Clock;
}

/**
 * The lease of the workload is taken from the run's own invocation, if one is at work: it writes nothing more of the
 * run, and stops before its next change. One that ended by itself is left as it is. May be called twice.
 */
export async function endSync(
  { runId }: Contract['sync.end']['payload'],
  { accountId, project }: ProjectCaller,
  ports: EndSyncPorts,
): Promise<Contract['sync.end']['result']> {
  const found = await runOf(project, runId, ports.runs);
  if (hasEnded(found)) return {};
  const endIt: EndIt = (with_) => end(runId, accountId, project, with_);
  if (await endUnderLease(found, endIt, ports)) return {};
  await endIt(ports);
  // It may have got its turn while it was ended, or have been queued again by whoever found no turn for it.
  if (!(await endUnderLease(found, endIt, ports))) await endIt(ports);
  return {};
}

type EndIt = (ports: EndSyncPorts) => Promise<void>;

/** Whether the lease could be had: another run that has it keeps it. */
async function endUnderLease({ id, workloadArn }: Run, endIt: EndIt, ports: EndSyncPorts): Promise<boolean> {
  const taken = await ports.leases.seize(workloadArn, id);
  if (taken.kind === 'held') return false;
  const { lease, before } = taken;
  try {
    await endIt({ ...ports, runs: ports.runsUnder(lease) });
  } finally {
    await giveBackAtEnd(ports.leases, lease, before === id ? undefined : before);
  }
  return true;
}

/** Nothing waits for a person because of it: they know. */
async function end(
  runId: string,
  accountId: string,
  project: ProjectCaller['project'],
  ports: EndSyncPorts,
): Promise<void> {
  const run = await runOf(project, runId, ports.runs);
  if (hasEnded(run)) return;
  const message = tell('run-ended-by-person');
  await saveStoppedOutcome(run, undefined, ports);
  await saveEnded(failedRun(run, message), ports);
  const { mode, workloadArn, projectId } = run;
  ports.runLog(stoppedLine(run, 'failed', { error: undefined, reason: message, now: ports.clock.now() }));
  if (mode === 'preview') return;
  await ports.latestRuns.saveEnded(workloadArn, latestOf(run, 'failed', timestamp(ports.clock)));
  const target = because('target-workload', { workload: workloadArn });
  const change = tell('audit-run-ended-by-person', { run: runId });
  await record(accountId, { action: 'sync.ended', target, projectId, change }, ports);
}
