/** Goes on with a run until it ends, pauses or leaves it to a newer one. */
import { randomUUID } from 'node:crypto';
import type { RunOutcome } from '../contract';
import type { Run } from '../runs/model';
import { outcomeOf } from '../runs/outcome';
import { Pause, Superseded } from '../sync/pause';
import { isWorkloadGone } from '../sync/read-review';
import { runSync } from '../sync/run-sync';
import { UpstreamError } from '../upstream-error';
import { logBug, Refusal } from './answer';
import { linkedWorkloads, runs } from './forge';
import { enqueue } from './queue';
import { noteEnd, noteFailure } from './note-end';
import { openRun, type OpenRun } from './open-run';
import { recordBy, recordSync } from './record';
import { showPlan } from './show-plan';

/** A service that fails is asked again this often, after waits that double from 30 seconds. */
const MAX_TROUBLES = 4;
const FIRST_WAIT_SECONDS = 30;

/**
 * Events come at least once, late and repeated: a run that ended is left alone, one that is early is queued
 * again, and one whose invocation died goes on from what is recorded.
 */
export async function continueRun(runId: string): Promise<void> {
  const run = await runs.load(runId);
  if (!run || run.state === 'done' || run.state === 'failed') return;
  const early = (run.notBefore - Date.now()) / 1000;
  if (early > 0) {
    await enqueue(run, early);
    return;
  }
  await endInterrupted(run, await runs.take(run.workloadArn, { runId, invocation: randomUUID() }));
  await goOn(run);
}

/** Two runs of one workload never execute at once, so one that still holds the workload has died. */
async function endInterrupted(run: Run, before: { readonly runId: string } | undefined): Promise<void> {
  if (!before || before.runId === run.id) return;
  const other = await runs.load(before.runId);
  if (other?.state !== 'running') return;
  await runs.save({
    ...other,
    state: 'failed',
    message: 'It was interrupted; a newer run went on from there.',
  });
}

async function goOn(run: Run): Promise<void> {
  let open: OpenRun | undefined;
  try {
    open = await openRun(run);
    const end = await runSync(open.request, open.ports);
    const shown = (await runs.loadShown(run.id)) ?? (await showPlan(run.id, end.plan, end.notes));
    const calls = open.calls();
    const outcome = outcomeOf(end, shown, calls);
    await runs.saveOutcome(run.id, outcome);
    const { total } = open.current().progress;
    const ended = { state: 'done', step: 'Done', progress: { done: total, total } } as const;
    // What it waited for on the way is over.
    const { message, ...current } = open.current();
    await finish(
      { ...current, ...ended, workloadName: end.workloadName, calls },
      describe(outcome),
      isNews(run, outcome),
    );
    await noteEnd(run, end, open.lastWriteAt());
  } catch (error) {
    await stop(open ? { ...open.current(), calls: open.calls() } : run, error);
  }
}

async function stop(run: Run, error: unknown): Promise<void> {
  if (error instanceof Superseded) return;
  if (error instanceof Pause) {
    await wait({ ...run, troubles: 0 }, error.message, error.seconds);
  } else if (error instanceof UpstreamError && error.details.retryable && run.troubles < MAX_TROUBLES) {
    const seconds = error.details.retryAfterSeconds ?? FIRST_WAIT_SECONDS * 2 ** run.troubles;
    await wait({ ...run, troubles: run.troubles + 1 }, error.message, seconds);
  } else if (error instanceof UpstreamError || error instanceof Refusal) {
    if (isWorkloadGone(error)) await recordGone(run);
    await finish({ ...run, state: 'failed', step: 'Failed', message: error.message }, 'failed');
    await noteFailure(run, error.message);
  } else {
    logBug('sync', error);
    const message =
      'Something went wrong inside the app; its log says what. Sync again: nothing is made twice.';
    await finish({ ...run, state: 'failed', step: 'Failed', message }, 'failed');
    await noteFailure(run, message);
  }
}

/** AWS does not know the workload any more: nothing can be asked for it again, so the link says so. */
async function recordGone({ workloadArn, projectId, startedBy }: Run): Promise<void> {
  const link = await linkedWorkloads.get(workloadArn);
  if (link?.projectId !== projectId || link.ended) return;
  await linkedWorkloads.save({
    ...link,
    ended: { reason: 'workload-gone', at: new Date().toISOString() },
  });
  const subject = `workload ${workloadArn}`;
  const details = `AWS does not know "${link.name}" any more.`;
  await recordBy(startedBy, { action: 'workload.gone', subject, projectId, details });
}

/** Saves the run before it is queued again: an event that comes early finds when it is due. */
async function wait(run: Run, why: string, seconds: number): Promise<void> {
  const message = seconds > 0 ? `${why}; going on in ${Math.ceil(seconds)} s.` : `${why}; going on at once.`;
  await runs.save({ ...run, state: 'waiting', message, notBefore: Date.now() + seconds * 1000 });
  await enqueue(run, seconds);
}

/** Rounds of automatic mode that change nothing come by the hour: the audit log is not for them. */
async function finish(run: Run, how: string, isNews = true): Promise<void> {
  await runs.save(run);
  await runs.release(run.workloadArn);
  if (run.mode === 'sync' && isNews) await recordSync(run, 'sync.ended', `Run ${run.id}: ${how}.`);
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
