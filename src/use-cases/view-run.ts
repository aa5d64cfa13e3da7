/** Watching a run: issues that the caller may not see are in the counts and nowhere else. */
import type { Contract } from '../contract';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import { Refusal } from '../refusal';
import { hasEnded, type Run } from '../runs/model';
import { toRunView } from '../runs/outcome';
import type { RunStore } from '../runs/run-store';
import { ifReadable } from '../storage/problems';
import { administersProject, PERMISSIONS, type AdministersPorts, type ProjectCaller } from './caller';
import { because } from './reasons';
import { hasWordsOfOthers, keysIn, type Naming } from './naming';
import { visibleChanges, visibleOutcome, visibleReason, type Viewer } from './visible';

export interface ViewRunPorts extends AdministersPorts {
  readonly runs: Pick<RunStore, 'load' | 'loadOutcome'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'visibleIssues' | 'hasAnyPermission'>;
}

export async function viewRun(
  { runId }: Contract['sync.run']['payload'],
  { project }: ProjectCaller,
  ports: ViewRunPorts,
): Promise<Contract['sync.run']['result']> {
  const { runs } = ports;
  const { message, ...run } = await runOf(project, runId, runs);
  const outcome = hasEnded(run) ? await runs.loadOutcome(run.id) : undefined;
  const viewer = await viewerOf({ outcome, message }, project, ports);
  const seen = message === undefined ? {} : { message: visibleReason(message, viewer) };
  return toRunView({ ...run, ...seen }, outcome && visibleOutcome(outcome, viewer));
}

export interface ViewProgressPorts {
  readonly runs: Pick<RunStore, 'load'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'hasAnyPermission'>;
}

/**
 * A run under way, of which nothing is to be told that not everybody may see who sees its project: one question to
 * Jira, for the right in that project. Undefined for any other run and for whoever has not that right.
 */
export async function viewProgress(
  { runId }: Contract['sync.run']['payload'],
  { runs, jiraAsCaller }: ViewProgressPorts,
): Promise<Contract['sync.run']['result'] | undefined> {
  const run = await ifReadable(runs.load(runId));
  if (!run || hasEnded(run) || keysIn(run).size > 0 || hasWordsOfOthers(run)) return undefined;
  const maySee = await jiraAsCaller.hasAnyPermission(PERMISSIONS['project-viewer'], run.projectId);
  return maySee ? toRunView(run, undefined) : undefined;
}

export interface ViewPlanPorts extends ViewRunPorts {
  readonly runs: Pick<RunStore, 'load' | 'loadOutcome' | 'loadPlanPage'>;
}

export async function viewPlan(
  { runId, page }: Contract['sync.plan']['payload'],
  { project }: ProjectCaller,
  ports: ViewPlanPorts,
): Promise<Contract['sync.plan']['result']> {
  const { runs } = ports;
  const run = await runOf(project, runId, runs);
  const outcome = await runs.loadOutcome(run.id);
  const changes = await runs.loadPlanPage(run.id, page);
  if (!outcome || !changes) throw new Refusal('not-found', because('no-plan-page', { run: run.id, page }));
  const viewer = await viewerOf({ changes }, project, ports);
  return { changes: visibleChanges(changes, viewer), pages: outcome.planPages };
}

/** Pages ask again and again, so Jira is asked for what decides something alone. */
async function viewerOf(
  naming: Naming,
  project: ProjectCaller['project'],
  ports: ViewRunPorts,
): Promise<Viewer> {
  const [visible, administers] = await Promise.all([
    ports.jiraAsCaller.visibleIssues(keysIn(naming)),
    hasWordsOfOthers(naming) && administersProject(project, ports),
  ]);
  return { visible, administers };
}

/** A run is seen through its own project only. */
export async function runOf(
  { id, key }: ProjectCaller['project'],
  runId: string,
  runs: Pick<RunStore, 'load'>,
): Promise<Run> {
  const run = await runs.load(runId);
  if (run?.projectId === id) return run;
  throw new Refusal('not-found', because('no-run-seen', { project: key, run: runId }));
}
