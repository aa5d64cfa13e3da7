/** Starting a run and watching it. */
import { randomUUID } from 'node:crypto';
import type { Contract, StartSync } from '../contract';
import type { Run } from '../runs/model';
import { toRunView } from '../runs/outcome';
import { Refusal } from './answer';
import { connectionFor } from './connections';
import { runs } from './forge';
import { enqueue } from './queue';

/** Creates a run and queues it; runs of one workload go one after another. */
export async function startSync(
  payload: StartSync,
  caller: { readonly accountId: string; readonly site: string },
): Promise<Contract['sync.start']['result']> {
  await connectionFor(payload.projectKey, payload.connectionId);
  const run: Run = {
    id: randomUUID(),
    site: caller.site,
    startedBy: caller.accountId,
    connectionId: payload.connectionId,
    workloadArn: payload.workloadArn,
    projectKey: payload.projectKey,
    mode: payload.mode,
    ...(payload.scope ? { scope: payload.scope } : {}),
    selection: mutable(payload.selection ?? {}),
    recreate: payload.recreate ?? false,
    ...(payload.fingerprint === undefined ? {} : { fingerprint: payload.fingerprint }),
    confirm: payload.confirm ?? false,
    state: 'queued',
    workloadName: '',
    step: 'Waiting for its turn',
    progress: { done: 0, total: 0 },
    troubles: 0,
    notBefore: 0,
    tally: { updated: 0, closed: 0, reopened: 0 },
    calls: { jira: 0, aws: 0 },
  };
  await runs.save(run);
  await enqueue(run, 0);
  return { runId: run.id };
}

export async function viewRun(
  payload: Contract['sync.run']['payload'],
): Promise<Contract['sync.run']['result']> {
  const run = await runOf(payload);
  const outcome = run.state === 'done' ? await runs.loadOutcome(run.id) : undefined;
  return toRunView(run, outcome);
}

export async function viewPlan(
  payload: Contract['sync.plan']['payload'],
): Promise<Contract['sync.plan']['result']> {
  const run = await runOf(payload);
  const outcome = await runs.loadOutcome(run.id);
  const changes = await runs.loadPlanPage(run.id, payload.page);
  if (!outcome || !changes)
    throw new Refusal('not-found', `Run ${run.id} has no page ${payload.page} of a plan.`);
  return { changes, pages: outcome.planPages };
}

/** A run is seen through its own project only. */
async function runOf({ projectKey, runId }: Contract['sync.run']['payload']): Promise<Run> {
  const run = await runs.load(runId);
  if (run?.projectKey !== projectKey) {
    throw new Refusal('not-found', `Project ${projectKey} has no run ${runId}; runs are kept for 30 days.`);
  }
  return run;
}

function mutable(selection: NonNullable<StartSync['selection']>): Run['selection'] {
  return structuredClone(selection) as Run['selection'];
}
