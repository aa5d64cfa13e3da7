import type { Attention } from '../automatic/attention';
import { withoutConnectionFacts } from '../connection/connection-facts';
import { serves, type Connection } from '../connection/model';
import { connections } from '../connection/open-review-source';
import type { LinkedWorkloadView, LinkState } from '../contract';
import {
  linkState,
  toLinkedWorkloadView,
  type LinkedWorkload,
  type LinkFacts,
} from '../linked-workloads/model';
import { visibleWords } from '../runs/visible';
import { isAutomatic } from '../settings/effective';
import type { ProjectRef } from '../jira/model';
import { attention } from './automatic-stores';
import { stateOf } from './connection-view';
import { latestRuns, runs } from './forge';
import { settingsOf } from './link-settings';

export interface ExaminedLink {
  readonly state: LinkState;
  /** Absent where it was deleted. */
  readonly connection: Connection | undefined;
}

/** Whether the link syncs, as things stand now. @param project as Jira answers it; undefined: it is gone. */
export async function examineLink(
  link: LinkedWorkload,
  project: LinkFacts['project'],
): Promise<ExaminedLink> {
  const connection = await connections.get(link.connectionId);
  const facts = connection && (await factsOf(connection, link));
  return { state: linkState(link, { project, connection: facts }), connection };
}

/** As the project's people see it. */
export async function linkedView(link: LinkedWorkload, project: ProjectRef): Promise<LinkedWorkloadView> {
  const { workloadArn } = link;
  const [{ state, connection }, settings, waiting, latestRun, active] = await Promise.all([
    examineLink(link, project),
    settingsOf(link),
    attention.get(workloadArn),
    latestRuns.ended(workloadArn),
    activeRun(link),
  ]);
  const served = connection && serves(connection, link.projectId, workloadArn);
  const on = state.code === 'active' && isAutomatic(settings);
  return toLinkedWorkloadView(link, served ? connection.name : undefined, {
    state,
    automatic: { on, ...(on && waiting ? { attention: forEverybody(waiting) } : {}) },
    jiraProjectKey: project.key,
    ...(latestRun ? { latestRun } : {}),
    ...(active ? { activeRun: active } : {}),
  });
}

/** The run that was started last, while it has not ended. */
export async function activeRun({
  workloadArn,
  projectId,
}: LinkedWorkload): Promise<LinkedWorkloadView['activeRun']> {
  const runId = await latestRuns.started(workloadArn);
  const run = runId === undefined ? undefined : await runs.load(runId);
  if (run?.projectId !== projectId || run.state === 'done' || run.state === 'failed') return undefined;
  return { runId: run.id, mode: run.mode };
}

/** Whoever sees the project may read it: without what is the connection's, and without keys of issues. */
function forEverybody(waiting: Attention): Attention {
  return { ...waiting, message: visibleWords(withoutConnectionFacts(waiting.message), new Set()) };
}

async function factsOf(
  connection: Connection,
  { projectId, workloadArn }: LinkedWorkload,
): Promise<LinkFacts['connection']> {
  const { code, message } = await stateOf(connection);
  return { serves: serves(connection, projectId, workloadArn), usable: code === 'ready', why: message };
}
