import { connectionFor } from './connections';
import { openReviewSource } from '../connection/open-review-source';
import type { Run } from '../runs/model';
import type { Progress, SyncPorts, SyncRequest } from '../sync/ports';
import { showPlan } from './show-plan';
import { intents, jiraAsApp, openLinks, runs, settings } from './forge';

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
}

/** Builds what one invocation of a run needs. The connection is checked again: it may be gone by now. */
export async function openRun(run: Run): Promise<OpenRun> {
  const connection = await connectionFor(run.projectKey, run.connectionId);
  const { id: runId, site, workloadArn } = run;
  const source = await openReviewSource(run.connectionId, regionOf(workloadArn), {
    runId,
    site,
  });
  const jira = jiraAsApp();
  const holder = await runs.holder(workloadArn);
  const calls = () => ({ jira: run.calls.jira + jira.calls(), aws: run.calls.aws + source.calls() });
  const reporter = createReporter(run, calls);
  const ports: SyncPorts = {
    source,
    jira,
    links: openLinks(),
    intents,
    now: () => Date.now(),
    remaining: startClock(CONSUMER_SECONDS),
    holds: atMostEvery(
      EVERY_MS,
      async () => (await runs.holder(workloadArn))?.invocation === holder?.invocation,
    ),
    approve: async (digests, plan) => {
      await showPlan(runId, plan);
      await runs.approve(runId, digests);
    },
    report: reporter.report,
  };
  return { request: await requestOf(run, connection.projectKeys), ports, current: reporter.current, calls };
}

async function requestOf(run: Run, servedProjects: readonly string[]): Promise<SyncRequest> {
  const { id: runId, workloadArn, projectKey, mode, fingerprint, confirm, tally } = run;
  return {
    runId,
    workloadArn,
    projectKey,
    servedProjects,
    mode,
    settings: await settings.load(projectKey, workloadArn),
    options: {
      ...(run.scope ? { scope: run.scope } : {}),
      selection: run.selection,
      recreate: run.recreate,
    },
    fingerprint,
    confirm,
    approved: await runs.approved(runId),
    tally,
  };
}

/** The Region that holds a review is part of the workload's ARN. */
function regionOf(workloadArn: string): string {
  return workloadArn.split(':')[3] ?? '';
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
