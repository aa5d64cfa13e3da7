/** Starting a run and watching it. */
import { randomUUID } from 'node:crypto';
import { withoutConnectionFacts } from '../connection/connection-facts';
import type { Contract, StartSync } from '../contract';
import { visibleIssues } from '../jira/client/visible-issues';
import type { Run } from '../runs/model';
import { newRun } from '../runs/new-run';
import { toRunView } from '../runs/outcome';
import { keysIn, visibleChanges, visibleRemarks, visibleWords } from '../runs/visible';
import { Refusal } from './answer';
import type { ProjectCaller } from './caller';
import { asCaller, latestRuns, runs } from './forge';
import { linkOf } from './link-of';
import { settingsOf } from './link-settings';
import { examineLink } from './link-state';
import { enqueue } from './queue';
import { recordSync } from './record';

/** Creates a run and queues it; runs of one workload go one after another. */
export async function startSync(
  payload: StartSync,
  { accountId, site, project }: ProjectCaller,
): Promise<Contract['sync.start']['result']> {
  const link = await linkOf(project, payload.workloadArn);
  const { code, message } = (await examineLink(link, project)).state;
  if (code !== 'active') throw new Refusal('conflict', message);
  if ((await settingsOf(link)).issueManagementStatus === 'DISABLED') {
    throw new Refusal('conflict', 'Syncing is switched off in the settings of the workload or of the site.');
  }
  const run = newRun({
    id: randomUUID(),
    site,
    startedBy: accountId,
    workloadArn: payload.workloadArn,
    projectId: project.id,
    mode: payload.mode,
    ...(payload.scope ? { scope: payload.scope } : {}),
    selection: mutable(payload.selection ?? {}),
    recreate: payload.recreate ?? false,
    ...(payload.fingerprint === undefined ? {} : { fingerprint: payload.fingerprint }),
    settle: payload.settle ?? [],
    confirm: payload.confirm ?? false,
    workloadName: link.name,
  });
  await runs.save(run);
  await enqueue(run, 0);
  await latestRuns.saveStarted(run.workloadArn, run.id);
  if (run.mode === 'sync') await recordSync(run, 'sync.started', `Run ${run.id}.`);
  return { runId: run.id };
}

/** Issues that the caller may not see are in the counts and nowhere else. */
export async function viewRun(
  { runId }: Contract['sync.run']['payload'],
  { project }: ProjectCaller,
): Promise<Contract['sync.run']['result']> {
  const run = await runOf(project, runId);
  const outcome = run.state === 'done' ? await runs.loadOutcome(run.id) : undefined;
  const visible = await visibleIssues(asCaller(), keysIn({ outcome, words: run.message }));
  const words = run.message && withoutConnectionFacts(visibleWords(run.message, visible));
  const message = words === undefined ? {} : { message: words };
  return toRunView({ ...run, ...message }, outcome && visibleRemarks(outcome, visible));
}

export async function viewPlan(
  { runId, page }: Contract['sync.plan']['payload'],
  { project }: ProjectCaller,
): Promise<Contract['sync.plan']['result']> {
  const run = await runOf(project, runId);
  const outcome = await runs.loadOutcome(run.id);
  const changes = await runs.loadPlanPage(run.id, page);
  if (!outcome || !changes) throw new Refusal('not-found', `Run ${run.id} has no page ${page} of a plan.`);
  const visible = await visibleIssues(asCaller(), keysIn({ changes }));
  return { changes: visibleChanges(changes, visible), pages: outcome.planPages };
}

/** A run is seen through its own project only. */
async function runOf({ id, key }: ProjectCaller['project'], runId: string): Promise<Run> {
  const run = await runs.load(runId);
  if (run?.projectId === id) return run;
  throw new Refusal('not-found', `Project ${key} has no run ${runId}; runs are kept for 30 days.`);
}

function mutable(selection: NonNullable<StartSync['selection']>): Run['selection'] {
  return structuredClone(selection) as Run['selection'];
}
