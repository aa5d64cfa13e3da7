/** Watching a run: issues that the caller may not see are in the counts and nowhere else. */
import { withoutConnectionFacts } from '../connection/connection-facts';
import type { Contract } from '../contract';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import { Refusal } from '../refusal';
import type { Run } from '../runs/model';
import { toRunView } from '../runs/outcome';
import type { RunStore } from '../runs/run-store';
import type { ProjectCaller } from './caller';
import { because } from './reasons';
import { keysIn, visibleChanges, visibleRemarks, visibleWords } from './visible';

export interface ViewRunPorts {
  readonly runs: Pick<RunStore, 'load' | 'loadOutcome'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'visibleIssues'>;
}

export async function viewRun(
  { runId }: Contract['sync.run']['payload'],
  { project }: ProjectCaller,
  { runs, jiraAsCaller }: ViewRunPorts,
): Promise<Contract['sync.run']['result']> {
  const run = await runOf(project, runId, runs);
  const outcome = run.state === 'done' ? await runs.loadOutcome(run.id) : undefined;
  const visible = await jiraAsCaller.visibleIssues(keysIn({ outcome, words: run.message }));
  const words = run.message && withoutConnectionFacts(visibleWords(run.message, visible));
  const message = words === undefined ? {} : { message: words };
  return toRunView({ ...run, ...message }, outcome && visibleRemarks(outcome, visible));
}

export interface ViewPlanPorts extends ViewRunPorts {
  readonly runs: Pick<RunStore, 'load' | 'loadOutcome' | 'loadPlanPage'>;
}

export async function viewPlan(
  { runId, page }: Contract['sync.plan']['payload'],
  { project }: ProjectCaller,
  { runs, jiraAsCaller }: ViewPlanPorts,
): Promise<Contract['sync.plan']['result']> {
  const run = await runOf(project, runId, runs);
  const outcome = await runs.loadOutcome(run.id);
  const changes = await runs.loadPlanPage(run.id, page);
  if (!outcome || !changes) throw new Refusal('not-found', because('no-plan-page', { run: run.id, page }));
  const visible = await jiraAsCaller.visibleIssues(keysIn({ changes }));
  return { changes: visibleChanges(changes, visible), pages: outcome.planPages };
}

/** A run is seen through its own project only. */
async function runOf(
  { id, key }: ProjectCaller['project'],
  runId: string,
  runs: Pick<RunStore, 'load'>,
): Promise<Run> {
  const run = await runs.load(runId);
  if (run?.projectId === id) return run;
  throw new Refusal('not-found', because('no-run-seen', { project: key, run: runId }));
}
