/** Runs that nothing was heard of when it was due: their events are lost, or the platform keeps their place taken. */
import { logBug } from '../log-bug';
import { ifReadable } from '../storage/problems';
import type { Guard } from '../storage/guarded';
import type { DueRuns } from './due-runs';
import { failUnfinished, type EndInterruptedPorts } from './end-interrupted';
import type { EndRunPorts } from './end-run';
import { giveBackAtEnd, type LeaseStore } from './lease-store';
import { hasEnded, type Run } from './model';
import { OVERDUE_MS } from './queue';
import { queueAgain, type QueueAgainPorts } from './queue-again';
import { because } from './reasons';
import type { RunStore } from './run-store';

/** After so many a run is ended. */
const MOST_REVIVALS = 2;

/** Looked at in one invocation of the schedule, which has 55 seconds. */
const MOST_AT_ONCE = 50;

/** The lease is in the run's own name: its event is to come once that was given back. */
const SECONDS_TO_GIVE_BACK = 5;

export interface ReviveRunsPorts extends EndRunPorts, QueueAgainPorts, EndInterruptedPorts {
  readonly runs: EndInterruptedPorts['runs'];
  readonly runsUnder: (lease: Guard) => RunStore;
  readonly dueRuns: Pick<DueRuns, 'before' | 'set' | 'remove' | 'leaveLane'>;
  readonly leases: Pick<LeaseStore, 'take' | 'giveBack'>;
}

/**
 * Queues each run again that was due 20 minutes ago and that no invocation works on, under another key of the queue,
 * with another number, so that its own event does nothing if it comes after all. One that shows nothing after the
 * second time is ended in words. Where one fails the others go on, and the next call tries it again.
 */
export async function reviveRuns(ports: ReviveRunsPorts): Promise<void> {
  const late = await ports.dueRuns.before(ports.clock.now() - OVERDUE_MS, MOST_AT_ONCE);
  for (const runId of late) {
    try {
      await lookAt(runId, ports);
    } catch (error) {
      logBug('revive', error);
    }
  }
}

/** What was read before the lease was taken may have been ended meanwhile: it is read again under it. */
async function lookAt(runId: string, ports: ReviveRunsPorts): Promise<void> {
  const found = await ifReadable(ports.runs.load(runId));
  if (!found || hasEnded(found)) return ports.dueRuns.remove(runId);
  const taken = await ports.leases.take(found.workloadArn, runId);
  if (taken.kind === 'held') return;
  const runs = ports.runsUnder(taken.lease);
  try {
    const run = await ifReadable(runs.load(runId));
    if (!run || hasEnded(run)) await ports.dueRuns.remove(runId);
    else await reviveOrEnd(run, { ...ports, runs });
  } finally {
    await giveBackAtEnd(ports.leases, taken.lease, taken.before === runId ? undefined : taken.before);
  }
}

async function reviveOrEnd(run: Run, ports: ReviveRunsPorts & { readonly runs: RunStore }): Promise<void> {
  // It waits, and when it is due was not stored.
  if (run.notBefore > ports.clock.now()) return ports.dueRuns.set(run, run.notBefore);
  const lane = await ports.dueRuns.leaveLane(run.workloadArn, run.lane);
  if (run.revivals < MOST_REVIVALS) {
    const revived = { ...run, lane, revivals: run.revivals + 1, notBefore: 0 };
    return queueAgain(revived, SECONDS_TO_GIVE_BACK, ports);
  }
  await failUnfinished(run, because('run-lost'), ports);
}
