import { servedProjects, type Connection } from '../connection/model';
import { openAnswers, openReviewSource } from '../connection/open-review-source';
import type { Jira } from '../jira/jira';
import type { ProjectRef } from '../jira/model';
import type { Run } from '../runs/model';
import type { Progress, SyncPorts, SyncRequest } from '../sync/ports';
import type { EffectiveSettings } from '../settings/model';
import { resolveProject } from '../sync/resolve-project';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { WriteBackPorts } from '../write-back/ports';
import { Refusal } from './answer';
import { intents, jiraAsApp, linkedWorkloads, notesMemory, openLinks, runs } from './forge';
import { installationOn } from './installation';
import { settingsOf } from './link-settings';
import { examineLink } from './link-state';
import { showPlan } from './show-plan';
import { roundPorts } from './round-ports';
import { siteUrl } from './site-url';

/** `timeoutSeconds` of the consumer's function in manifest.yml. */
export const CONSUMER_SECONDS = 900;

/** A run asks storage at most this often whether it still holds its workload, and tells its progress as often. */
const EVERY_MS = 1000;

export interface OpenRun {
  readonly request: SyncRequest;
  readonly ports: SyncPorts;
  /** The run as last reported. */
  readonly current: () => Run;
  /** Calls of all its invocations. */
  readonly calls: () => Run['calls'];
  /** When the run last wrote to AWS, by AWS's clock, in milliseconds since the epoch. */
  readonly lastWriteAt: () => number | undefined;
}

/**
 * Builds what one invocation of a run needs. Project, link and connection are looked at again: a run that was
 * queued before its link ended does nothing, and one under way stops within a second or two (a Refusal out of
 * `report`). Throws Refusal or `UpstreamError`.
 */
export async function openRun(run: Run): Promise<OpenRun> {
  const { id: runId, site, workloadArn } = run;
  const jira = jiraAsApp();
  const project = await resolveProject(jira, run.projectId);
  const connection = await connectionOfLink(run, project);
  const { region = '' } = parseWorkloadArn(workloadArn) ?? {};
  const source = await openReviewSource(connection.id, region, { runId, site });
  const answers =
    connection.access === 'read-write'
      ? await openAnswers(connection.id, workloadArn, { runId, site })
      : undefined;
  const holder = await runs.holder(workloadArn);
  const calls = () => ({
    jira: run.calls.jira + jira.calls(),
    aws: run.calls.aws + source.calls() + (answers?.calls() ?? 0),
  });
  const reporter = createReporter(run, calls);
  const mayGoOn = atMostEvery(EVERY_MS, async () => Boolean(await connectionOfLink(run, project)));
  const ports: SyncPorts = {
    source,
    jira,
    links: openLinks(),
    intents,
    writeBack: answers && { answers, memory: notesMemory, ...ownOn(site, jira) },
    ...(run.startedBy === undefined ? roundPorts(run, source) : {}),
    now: () => Date.now(),
    remaining: startClock(CONSUMER_SECONDS),
    holds: atMostEvery(
      EVERY_MS,
      async () => (await runs.holder(workloadArn))?.invocation === holder?.invocation,
    ),
    approve: async (digests, plan, notes) => {
      await showPlan(runId, plan, notes);
      await runs.approve(runId, digests);
    },
    report: async (progress) => {
      await mayGoOn();
      await reporter.report(progress);
    },
  };
  const request = await requestOf(run, project, connection);
  return { request, ports, current: reporter.current, calls, lastWriteAt: () => answers?.lastWriteAt() };
}

/** What tells the app's block in the notes from those of other sites. */
function ownOn(site: string, jira: Jira): Pick<WriteBackPorts, 'installation' | 'siteUrl'> {
  return { installation: installationOn(site), siteUrl: () => siteUrl(jira) };
}

async function connectionOfLink({ projectId, workloadArn }: Run, project: ProjectRef): Promise<Connection> {
  const link = await linkedWorkloads.get(workloadArn);
  if (link?.projectId !== projectId) {
    throw new Refusal('conflict', 'The workload is linked to another project by now: nothing was synced.');
  }
  const { state, connection } = await examineLink(link, project);
  if (state.code !== 'active' || !connection) throw new Refusal('conflict', state.message);
  return connection;
}

async function requestOf(run: Run, project: ProjectRef, connection: Connection): Promise<SyncRequest> {
  const { id: runId, workloadArn, mode, fingerprint, confirm, tally } = run;
  const effective = await settingsOf({ projectId: project.id, workloadArn });
  return {
    runId,
    workloadArn,
    projectId: project.id,
    projectKey: project.key,
    servedProjects: servedProjects(connection, workloadArn),
    mode,
    automatic: run.startedBy === undefined,
    settings: connection.access === 'read-only' ? withoutSelecting(effective) : effective,
    options: {
      ...(run.scope ? { scope: run.scope } : {}),
      selection: run.selection,
      recreate: run.recreate,
      settle: new Map(run.settle.map(({ issueKey, keep }) => [issueKey, keep])),
    },
    fingerprint,
    confirm,
    approved: await runs.approved(runId),
    tally,
  };
}

/** A connection that may only read changes no answer. */
function withoutSelecting({ resolveSelects, ...others }: EffectiveSettings): EffectiveSettings {
  return others;
}

function startClock(seconds: number): () => number {
  const end = Date.now() + seconds * 1000;
  return () => end - Date.now();
}

function createReporter(run: Run, calls: () => Run['calls']) {
  let current: Run = { ...run, state: 'running' };
  let saved = 0;
  return {
    current: () => current,
    report: async ({ step, done, total, tally }: Progress): Promise<void> => {
      const news = step !== current.step;
      current = {
        ...current,
        step,
        progress: { done, total },
        ...(tally ? { tally } : {}),
        calls: run.calls,
      };
      if (!news && Date.now() - saved < EVERY_MS) return;
      saved = Date.now();
      await runs.save({ ...current, calls: calls() });
    },
  };
}

function atMostEvery(ms: number, ask: () => Promise<boolean>): () => Promise<boolean> {
  let asked = 0;
  let last = true;
  return async () => {
    if (Date.now() - asked < ms) return last;
    asked = Date.now();
    last = await ask();
    return last;
  };
}
