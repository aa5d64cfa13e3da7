import { servedProjects, type Connection } from '../connection/model';
import type { ProjectRef } from '../jira/model';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import type { EffectiveSettings } from '../settings/model';
import type { SyncRequest } from '../sync/ports';
import { MAX_TROUBLES, type Run } from './model';
import type { RunStore } from './run-store';

export interface RequestPorts extends LinkSettingsPorts {
  readonly runs: Pick<RunStore, 'approved'>;
  /** Questions whose answers events named; what a run of the whole workload does not read stays named. */
  readonly namedQuestions: { of(workloadArn: string): Promise<readonly string[]> };
}

/** What the engine is asked for: what the run says, and what holds for its workload now. */
export async function requestOf(
  run: Run,
  project: ProjectRef,
  connection: Connection,
  ports: RequestPorts,
): Promise<SyncRequest> {
  const { id: runId, workloadArn, mode, fingerprint, confirm, adoption, tally } = run;
  const effective = await settingsOf({ projectId: project.id, workloadArn }, ports);
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
      ...(run.removeBlocks === undefined ? {} : { removeBlocks: run.removeBlocks }),
      proposals: { shown: mode === 'preview' || fingerprint !== undefined, decided: run.proposals ?? [] },
      settle: new Map(run.settle.map(({ issueKey, keep }) => [issueKey, keep])),
    },
    fingerprint,
    confirm,
    ...(run.putBack === undefined ? {} : { putBack: run.putBack }),
    adoption,
    approved: await ports.runs.approved(runId),
    named: run.question === undefined ? await ports.namedQuestions.of(workloadArn) : [],
    isLastTry: run.troubles >= MAX_TROUBLES,
    tally,
  };
}

/** A connection that may only read changes no answer. */
function withoutSelecting({ resolveSelects, ...others }: EffectiveSettings): EffectiveSettings {
  return others;
}
